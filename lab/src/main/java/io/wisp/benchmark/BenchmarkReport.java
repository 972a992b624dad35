package io.wisp.benchmark;

import io.wisp.engine.Precision;
import java.util.List;

/**
 * What was measured.
 *
 * @param parameters numbers of the network
 * @param operations multiplications and additions in the convolutions of one forward of one image
 * @param measurements times
 * @param convolutions how near whole forwards come to their convolutions
 * @param memory peaks; empty where the system does not tell
 * @param notes sentences about what was skipped or reduced
 */
public record BenchmarkReport(
    long parameters,
    double operations,
    List<Measurement> measurements,
    List<ConvolutionShare> convolutions,
    List<MemoryPeak> memory,
    List<String> notes) {
  public BenchmarkReport {
    measurements = List.copyOf(measurements);
    convolutions = List.copyOf(convolutions);
    memory = List.copyOf(memory);
    notes = List.copyOf(notes);
  }

  /**
   * One task in one number format.
   *
   * @param unit what a run makes
   * @param units how many of them
   * @param timing of a run
   * @param speedup how many times as fast as plain float32 in the same rounds
   */
  public record Measurement(
      String task, String unit, int units, Precision precision, Timing timing, double speedup) {
    public double secondsPerUnit() {
      return timing.median() / units;
    }

    public double unitsPerSecond() {
      return units / timing.median();
    }
  }

  /**
   * A forward of one image and the same convolutions alone, timed in the same rounds.
   *
   * @param form how the weights of those alone lie
   * @param forward seconds
   * @param alone seconds, in the fastest layout of the number format
   */
  public record ConvolutionShare(
      Precision precision, ConvolutionForm form, double forward, double alone) {
    /** The forward's rate as a part of that of its convolutions alone. */
    public double share() {
      return alone / forward;
    }
  }

  /** The largest resident memory of the process during some work. */
  public record MemoryPeak(String task, Precision precision, long bytes) {}
}
