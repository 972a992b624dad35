package io.wisp.benchmark;

import io.wisp.base.SettingsTree;
import io.wisp.slices.SliceStore;
import io.wisp.training.RunSettings;
import io.wisp.training.TrainingSteps;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Training steps as the preset asks for, on phantom slices; with a smaller batch where the memory
 * does not hold so many trainings at once.
 *
 * @param settings of the preset
 * @param batch images a step; 0 if no training fits
 * @param note what had to be changed
 */
record TrainingWorkload(RunSettings settings, int batch, Optional<String> note) {
  private static final double GIB = 1 << 30;

  static TrainingWorkload of(BenchmarkPlan plan) {
    RunSettings settings = plan.settings();
    int wanted = settings.train().batch();
    if (settings.network().inChannels() != 1) {
      return new TrainingWorkload(
          settings, 0, Optional.of("Training was skipped: phantom slices have one channel."));
    }
    TrainingCost cost = TrainingCost.of(settings);
    int trainings = plan.engines().size();
    int batch = cost.batch(wanted, trainings, plan.memory());
    if (batch == wanted) {
      return new TrainingWorkload(settings, batch, Optional.empty());
    }
    String need =
        String.format(
            Locale.ROOT,
            "needs about %.0f GiB with the preset's batch of %d, and %.0f GiB are available",
            cost.bytes(trainings, wanted) / GIB,
            wanted,
            plan.memory() / GIB);
    String note =
        batch == 0
            ? "Training was skipped: it %s.".formatted(need)
            : "Training was measured with a batch of %s: it %s.".formatted(batch, need);
    return new TrainingWorkload(settings, batch, Optional.of(note));
  }

  boolean possible() {
    return batch > 0;
  }

  /** One complete step. */
  Task task(SliceStore store) {
    RunSettings changed =
        RunSettings.of(SettingsTree.tree(settings), List.of("train.batch=" + batch));
    return new Task(
        "training step, batch " + batch,
        "step",
        1,
        variant -> new Steps(new TrainingSteps(changed, variant.engine(), store)));
  }

  private record Steps(TrainingSteps steps) implements Workload {
    @Override
    public void run() {
      steps.next();
    }

    @Override
    public void close() {
      steps.close();
    }
  }
}
