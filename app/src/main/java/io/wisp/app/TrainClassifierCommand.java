package io.wisp.app;

import io.wisp.training.ClassifierTask;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code wisp train classifier}: slices and their labels in, a run folder out. */
@Command(
    name = "classifier",
    sortOptions = false,
    description = {
      "Trains a classifier of noisy slices, used to guide CG-CDM and CG-Diff and for class"
          + " activation maps. Only labels are read, never masks. At the end it is scored on the"
          + " held-out patients: accuracy and AUROC at each noise level.",
      "",
      "RUN will hold config.yaml, run.json, slices.json, split.csv, metrics.csv, loss.png,"
          + " noise_levels.csv, checkpoint.safetensors and weights.safetensors. Its settings are"
          + " under classifier. Ctrl-C saves and exits; --resume continues exactly from the"
          + " checkpoint.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  wisp train classifier store --out classifier",
      "  wisp train classifier store --out classifier --set classifier.train.steps=1000",
      "  wisp train classifier store --out classifier --resume"
    })
final class TrainClassifierCommand implements Callable<Integer> {
  @Mixin private TrainingOptions options;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    options.train(ClassifierTask::new, spec.commandLine().getOut());
    return 0;
  }
}
