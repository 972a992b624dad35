package io.wisp.app;

import io.wisp.UserError;
import io.wisp.engine.Engine;
import io.wisp.slices.SliceStore;
import io.wisp.training.Beginning;
import io.wisp.training.RunFolder;
import io.wisp.training.RunSettings;
import io.wisp.training.Training;
import io.wisp.training.Training.Outcome;
import io.wisp.training.TrainingTask;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every training is told, and how it is run; use it as a mixin. */
final class TrainingOptions {
  @Parameters(paramLabel = "STORE", description = "Store made by `wisp prepare`.")
  private Path store;

  @Option(names = "--out", required = true, paramLabel = "RUN", description = "Run folder.")
  private Path out;

  @Mixin private PresetOptions presets;

  @Option(
      names = "--max-time",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "Save and exit after this long, such as 90s, 20m, 1.5h.")
  private Duration maxTime = Training.NO_LIMIT;

  @Option(
      names = "--resume",
      description =
          "Continue from the checkpoint of RUN, with its settings; changes by --set are saved"
              + " there.")
  private boolean resume;

  @Mixin private EngineOption engineOption;
  @Mixin private ProgressOption progress;

  /** Trains, and says how far it came. */
  void train(Function<RunSettings, TrainingTask> kind, PrintWriter screen) {
    TrainingTask task = kind.apply(settings());
    Engine engine = engineOption.engine();
    try (SliceStore slices = SliceStore.open(store)) {
      Training training = new Training(task, engine, slices, out);
      screen.println("Computing on " + training.engine().reason());
      Outcome outcome =
          new InterruptibleTraining(training, maxTime, progress)
              .run(resume ? Beginning.RESUMED : Beginning.NEW);
      screen.printf(
          Locale.ROOT,
          "%s after %,d of %,d steps and %.1f minutes of training: %s%n",
          outcome.finished() ? "Done" : "Stopped",
          outcome.step(),
          task.train().steps(),
          outcome.seconds() / 60,
          out);
      outcome.remarks().forEach(screen::println);
    }
  }

  private RunSettings settings() {
    if (!resume) {
      return presets.settings();
    }
    presets
        .onlyForNew()
        .ifPresent(
            option -> {
              throw new UserError(
                  "--resume goes on with the settings of %s: leave out %s, and change single settings with --set."
                      .formatted(out.resolve("config.yaml"), option));
            });
    return RunFolder.open(out).settings(presets.changes().assignments());
  }
}
