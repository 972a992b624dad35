package io.wisp.benchmark;

import io.wisp.Progress;
import io.wisp.benchmark.BenchmarkPlan.Section;
import io.wisp.benchmark.BenchmarkReport.ConvolutionShare;
import io.wisp.benchmark.BenchmarkReport.Measurement;
import io.wisp.benchmark.BenchmarkReport.MemoryPeak;
import io.wisp.network.ConvolutionShape;
import io.wisp.network.UNetModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Measures one network in all variants, in turns.
 *
 * <pre>{@code
 * BenchmarkReport report = new BenchmarkSuite(plan).run(Progress.SILENT);
 * }</pre>
 */
public final class BenchmarkSuite {
  private final BenchmarkPlan plan;
  private final Stopwatch stopwatch;

  public BenchmarkSuite(BenchmarkPlan plan) {
    this.plan = plan;
    this.stopwatch = new Stopwatch(plan);
  }

  /** Measures everything in the plan. */
  public BenchmarkReport run(Progress.Factory progress) {
    List<String> notes = new ArrayList<>();
    if (!plan.asks(Section.TRAINING)) {
      return run(List.of(), notes, progress);
    }
    TrainingWorkload training = TrainingWorkload.of(plan);
    training.note().ifPresent(notes::add);
    if (!training.possible()) {
      return run(List.of(), notes, progress);
    }
    try (TrainingSlices slices = new TrainingSlices(plan.settings().network().imageSize())) {
      return run(List.of(List.of(training.task(slices.store()))), notes, progress);
    }
  }

  private BenchmarkReport run(
      List<List<Task>> trainings, List<String> notes, Progress.Factory progress) {
    List<MemoryPeak> memory = memory(trainings, progress);
    if (plan.asks(Section.MEMORY) && memory.isEmpty()) {
      notes.add("Memory is unknown: only Linux reports a process's peak.");
    }
    List<List<Task>> evaluations = evaluations();
    List<Measurement> measurements = new ArrayList<>();
    try (Progress bar =
        progress.start("timing", stopwatch.runs(evaluations) + stopwatch.runs(trainings))) {
      measurements.addAll(stopwatch.time(evaluations, bar));
      measurements.addAll(stopwatch.time(trainings, bar));
    }
    return new BenchmarkReport(
        UNetModel.parameterCount(plan.settings().network()),
        ConvolutionShape.of(plan.settings().network()).stream()
            .mapToDouble(ConvolutionShape::operations)
            .sum(),
        measurements,
        shares(measurements),
        memory,
        notes);
  }

  /** Tasks in groups: those of a group are timed in the same rounds. */
  private List<List<Task>> evaluations() {
    List<List<Task>> groups = new ArrayList<>();
    if (plan.asks(Section.FORWARD)) {
      List<Task> oneImage = new ArrayList<>(List.of(Forward.task(1)));
      for (ConvolutionForm form : ConvolutionForm.values()) {
        oneImage.add(ConvolutionsAlone.task(form));
      }
      groups.add(oneImage);
      plan.batches().stream()
          .filter(batch -> batch > 1)
          .forEach(batch -> groups.add(List.of(Forward.task(batch))));
    }
    if (plan.asks(Section.MAPS)) {
      for (TimedMethod method : TimedMethod.of(plan)) {
        plan.slices().forEach(slices -> groups.add(List.of(method.task(slices))));
      }
    }
    return groups;
  }

  private List<MemoryPeak> memory(List<List<Task>> trainings, Progress.Factory progress) {
    if (!plan.asks(Section.MEMORY)) {
      return List.of();
    }
    MemoryMeasurement measurement = new MemoryMeasurement(plan.settings(), plan.engines());
    Task map = TimedMethod.shortest(plan.settings()).task(1);
    List<Task> tasks =
        Stream.concat(Stream.of(map), trainings.stream().flatMap(List::stream)).toList();
    List<MemoryPeak> peaks = new ArrayList<>();
    try (Progress bar = progress.start("memory", tasks.size())) {
      for (Task task : tasks) {
        bar.note(task.name());
        peaks.addAll(measurement.of(task));
        bar.advance(1);
      }
    }
    return peaks;
  }

  private static List<ConvolutionShare> shares(List<Measurement> measurements) {
    List<ConvolutionShare> shares = new ArrayList<>();
    for (Measurement whole : of(Forward.task(1), measurements)) {
      for (ConvolutionForm form : ConvolutionForm.values()) {
        of(ConvolutionsAlone.task(form), measurements).stream()
            .filter(alone -> alone.precision() == whole.precision())
            .map(
                alone ->
                    new ConvolutionShare(
                        whole.precision(), form, whole.timing().median(), alone.timing().median()))
            .forEach(shares::add);
      }
    }
    return shares;
  }

  private static List<Measurement> of(Task task, List<Measurement> measurements) {
    return measurements.stream().filter(m -> m.task().equals(task.name())).toList();
  }
}
