package io.wisp.app;

import io.wisp.training.SegmenterTask;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code wisp train segmenter}: slices and their masks in, a run folder out. */
@Command(
    name = "segmenter",
    sortOptions = false,
    description = {
      "Trains a fully supervised segmenter (FSL), the upper bound for the weak methods: the U-Net"
          + " of the diffusion model, without its conditions, with Dice loss and cross-entropy. It"
          + " is the only training that reads masks. At the end its Dice on the held-out patients"
          + " is reported.",
      "",
      "RUN will hold config.yaml, run.json, slices.json, split.csv, metrics.csv, loss.png,"
          + " checkpoint.safetensors and weights.safetensors. Its settings are under segmenter."
          + " Ctrl-C saves and exits; --resume continues exactly from the checkpoint.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  wisp train segmenter store --out segmenter",
      "  wisp train segmenter store --out segmenter --set segmenter.train.steps=1000",
      "  wisp evaluate --segmenter segmenter store --out results --method fsl"
    })
final class TrainSegmenterCommand implements Callable<Integer> {
  @Mixin private TrainingOptions options;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    options.train(SegmenterTask::new, spec.commandLine().getOut());
    return 0;
  }
}
