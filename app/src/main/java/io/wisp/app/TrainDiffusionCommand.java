package io.wisp.app;

import io.wisp.app.InterruptibleTraining.Beginning;
import io.wisp.engine.Engine;
import io.wisp.slices.SliceStore;
import io.wisp.training.DiffusionTraining;
import io.wisp.training.DiffusionTraining.Outcome;
import io.wisp.training.RunFolder;
import io.wisp.training.RunSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wisp train diffusion}: slices and their labels in, a run folder out. */
@Command(
    name = "diffusion",
    sortOptions = false,
    description = {
      "Trains a conditional diffusion model on the training slices of a store. Only the labels are"
          + " read, never a mask.",
      "",
      "RUN will hold config.yaml, run.json, slices.json, split.csv, metrics.csv, loss.png,"
          + " samples.png, checkpoint.safetensors and weights.safetensors. Ctrl-C saves and leaves;"
          + " --resume goes on exactly where the checkpoint is.",
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
  @Parameters(paramLabel = "STORE", description = "Store made by `wisp prepare`.")
  private Path store;

  @Option(names = "--out", required = true, paramLabel = "RUN", description = "Run folder.")
  private Path out;

  @Option(
      names = "--preset",
      defaultValue = "small",
      paramLabel = "NAME",
      description = "Settings to begin with: demo, small or paper. Default: ${DEFAULT-VALUE}.")
  private String preset;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings in YAML, over the preset.")
  private Path config;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "One setting, over the preset and the file; may be given again.")
  private List<String> assignments = List.of();

  @Option(
      names = "--max-time",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "Save and leave after this long, such as 90s, 20m, 1.5h.")
  private Duration maxTime = DiffusionTraining.NO_LIMIT;

  @Option(names = "--resume", description = "Go on from the checkpoint of RUN.")
  private boolean resume;

  @Mixin private EngineOption engineOption;
  @Mixin private ProgressOption progress;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter screen = spec.commandLine().getOut();
    RunSettings settings =
        resume
            ? RunFolder.open(out).settings(assignments)
            : RunSettings.of(preset, config, assignments);
    Engine engine = engineOption.engine();
    screen.println("Computing on " + engine.reason());
    try (SliceStore slices = SliceStore.open(store)) {
      DiffusionTraining training = new DiffusionTraining(settings, engine, slices, out);
      Outcome outcome =
          new InterruptibleTraining(training, maxTime, progress.factory())
              .run(resume ? Beginning.RESUMED : Beginning.NEW);
      screen.printf(
          "%s after %,d of %,d steps and %.1f minutes of training: %s%n",
          outcome.finished() ? "Done" : "Stopped",
          outcome.step(),
          settings.train().steps(),
          outcome.seconds() / 60,
          out);
    }
    return 0;
  }
}
