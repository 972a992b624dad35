package io.wisp.app;

import io.wisp.training.DiffusionTask;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code wisp train diffusion}: slices and their labels in, a run folder out. */
@Command(
    name = "diffusion",
    sortOptions = false,
    description = {
      "Trains a conditional diffusion model on the training slices of a store. Only labels are"
          + " read, never masks.",
      "",
      "RUN will hold config.yaml, run.json, slices.json, split.csv, metrics.csv, loss.png,"
          + " samples.png, checkpoint.safetensors and weights.safetensors. Ctrl-C saves and exits;"
          + " --resume continues exactly from the checkpoint.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  wisp train diffusion store --out run --max-time 20m",
      "  wisp train diffusion store --out run --set train.steps=2000 --set train.batch=8",
      "  wisp train diffusion store --out run --resume"
    })
final class TrainDiffusionCommand implements Callable<Integer> {
  @Mixin private TrainingOptions options;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    options.train(DiffusionTask::new, spec.commandLine().getOut());
    return 0;
  }
}
