package io.wisp.golden;

import io.wisp.engine.Precision;
import io.wisp.engine.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/** Collects what the check of one file finds. */
final class Findings {
  private final String name;
  private final String prefix;
  private final List<GoldenResult> results = new ArrayList<>();
  private final List<GoldenSkip> skipped = new ArrayList<>();

  /**
   * @param name of the file, for the results
   * @param prefix what stands before every quantity's name
   */
  Findings(String name, String prefix) {
    this.name = name;
    this.prefix = prefix;
  }

  /** Compares what the engine computed with the file's tensor of that name. */
  void compare(GoldenFile file, String quantity, Tensor actual, double bound) {
    float[] values = Tensors.toFloats(actual);
    double[] expected = file.doubles(quantity);
    Precision precision = file.engine().precision();
    double error =
        precision == Precision.FLOAT32
            ? RelativeError.of(values, expected)
            : RelativeError.rootMeanSquare(values, expected);
    add(quantity, Optional.of(precision), error, bound);
  }

  /** Records the error of an engine result that was compared elsewhere. */
  void compared(GoldenFile file, String quantity, double error, double bound) {
    add(quantity, Optional.of(file.engine().precision()), error, bound);
  }

  /** As {@link #compare}, if the file has a tensor of that name. */
  void compareIfThere(GoldenFile file, String quantity, Tensor actual, double bound) {
    if (file.contains(quantity)) {
      compare(file, quantity, actual, bound);
    }
  }

  /** Compares what plain Java computed. */
  void compare(String quantity, double[] actual, double[] expected, double bound) {
    add(quantity, Optional.empty(), RelativeError.of(actual, expected), bound);
  }

  void skip(String what, String reason) {
    skipped.add(new GoldenSkip(name, what, reason));
  }

  /** The file, or the rest of it, could not be compared. */
  void fail(String quantity, String why) {
    results.add(GoldenResult.unchecked(name, prefix + quantity, why));
  }

  private void add(String quantity, Optional<Precision> precision, double error, double bound) {
    results.add(
        new GoldenResult(name, prefix + quantity, precision, error, bound, Optional.empty()));
  }

  boolean isEmpty() {
    return results.isEmpty() && skipped.isEmpty();
  }

  List<GoldenResult> results() {
    return results;
  }

  List<GoldenSkip> skipped() {
    return skipped;
  }
}
