package io.wisp.benchmark;

import io.wisp.benchmark.BenchmarkReport.MemoryPeak;
import io.wisp.engine.Engine;
import io.wisp.training.RunSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The peak of the resident memory in each way to compute, one after the other, so that none counts
 * for another. To be done before anything else has left memory behind.
 *
 * @param settings network and maps
 * @param engines the ways
 */
record MemoryMeasurement(RunSettings settings, List<Engine> engines) {
  /** The second run may reuse buffers of the first. */
  private static final int RUNS = 2;

  /** The peaks while a task runs; empty if the system does not report them. */
  List<MemoryPeak> of(Task task) {
    List<MemoryPeak> peaks = new ArrayList<>();
    for (Engine engine : engines) {
      try (Variant variant = new Variant(settings, engine);
          Workload workload = task.preparation().of(variant)) {
        boolean began = ResidentMemory.restart();
        for (int run = 0; run < RUNS; run++) {
          workload.run();
        }
        OptionalLong peak = ResidentMemory.peak();
        if (began && peak.isPresent()) {
          peaks.add(new MemoryPeak(task.name(), engine.precision(), peak.getAsLong()));
        }
      }
    }
    return peaks;
  }
}
