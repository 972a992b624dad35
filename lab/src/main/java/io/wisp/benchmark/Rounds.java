package io.wisp.benchmark;

import io.wisp.Progress;
import java.util.ArrayList;
import java.util.List;

/**
 * Times workloads in turn, A B C A B C, so that a machine that is busy for a while slows all of
 * them alike.
 *
 * @param effort how long
 */
public record Rounds(Effort effort) {
  /**
   * Runs each workload equally often, the first time without counting.
   *
   * @param progress is told of the runs that there are at least
   * @return one result a workload, in their order
   */
  public List<Timing> time(List<Workload> workloads, Progress progress) {
    List<List<Double>> seconds = new ArrayList<>();
    for (Workload workload : workloads) {
      double first = seconds(workload);
      seconds.add(new ArrayList<>(first > Effort.LONG_RUN ? List.of(first) : List.of()));
      progress.advance(1);
    }
    for (int round = 0; !enough(seconds); round++) {
      for (int i = 0; i < workloads.size(); i++) {
        seconds.get(i).add(seconds(workloads.get(i)));
        progress.advance(round < effort.rounds() ? 1 : 0);
      }
    }
    return seconds.stream().map(Timing::of).toList();
  }

  /** The least number of runs, including the first. */
  long runs(int workloads) {
    return workloads * (1L + effort.rounds());
  }

  private boolean enough(List<List<Double>> seconds) {
    boolean often = seconds.stream().allMatch(runs -> runs.size() >= effort.rounds());
    double slowest =
        seconds.stream()
            .mapToDouble(runs -> runs.stream().mapToDouble(Double::doubleValue).sum())
            .max()
            .orElse(effort.seconds());
    return often && slowest >= effort.seconds();
  }

  private static double seconds(Workload workload) {
    long start = System.nanoTime();
    workload.run();
    return (System.nanoTime() - start) * 1e-9;
  }
}
