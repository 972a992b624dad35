package io.wisp.benchmark;

import io.wisp.Progress;
import io.wisp.benchmark.BenchmarkReport.Measurement;
import io.wisp.engine.Precision;
import java.util.ArrayList;
import java.util.List;

/** Times groups of tasks in all ways to compute; one group is timed in the same rounds. */
final class Stopwatch {
  private final BenchmarkPlan plan;
  private final Rounds rounds;

  Stopwatch(BenchmarkPlan plan) {
    this.plan = plan;
    this.rounds = new Rounds(plan.effort());
  }

  private record Cell(Task task, Variant variant, Workload workload) {}

  /** The number of runs to report as progress. */
  long runs(List<List<Task>> groups) {
    return groups.stream()
        .flatMap(List::stream)
        .mapToLong(task -> rounds.runs((int) plan.engines().stream().filter(task.where()).count()))
        .sum();
  }

  List<Measurement> time(List<List<Task>> groups, Progress progress) {
    List<Variant> variants =
        plan.engines().stream().map(engine -> new Variant(plan.settings(), engine)).toList();
    List<Measurement> measurements = new ArrayList<>();
    try {
      for (List<Task> group : groups) {
        progress.note(group.get(0).name());
        measurements.addAll(timeGroup(group, variants, progress));
      }
    } finally {
      variants.forEach(Variant::close);
    }
    return measurements;
  }

  private List<Measurement> timeGroup(List<Task> group, List<Variant> variants, Progress progress) {
    List<Cell> cells = new ArrayList<>();
    try {
      for (Task task : group) {
        for (Variant variant : variants) {
          if (task.where().test(variant.engine())) {
            cells.add(new Cell(task, variant, task.preparation().of(variant)));
          }
        }
      }
      List<Timing> timings = rounds.time(cells.stream().map(Cell::workload).toList(), progress);
      return measurements(cells, timings);
    } finally {
      cells.forEach(cell -> cell.workload().close());
    }
  }

  /** A task is compared with plain float32, or else with the previous task that has it. */
  private static List<Measurement> measurements(List<Cell> cells, List<Timing> timings) {
    List<Measurement> measurements = new ArrayList<>();
    Timing plain = timings.get(0);
    for (int i = 0; i < cells.size(); i++) {
      Task task = cells.get(i).task();
      Timing timing = timings.get(i);
      Precision precision = cells.get(i).variant().engine().precision();
      plain = precision == Precision.FLOAT32 ? timing : plain;
      measurements.add(
          new Measurement(
              task.name(),
              task.unit(),
              task.units(),
              precision,
              timing,
              plain.median() / timing.median()));
    }
    return measurements;
  }
}
