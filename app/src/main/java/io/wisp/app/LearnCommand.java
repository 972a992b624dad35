package io.wisp.app;

import io.wisp.UserError;
import io.wisp.activation.MapMethod;
import io.wisp.activation.PerturbationMethod;
import io.wisp.engine.Engine;
import io.wisp.learning.Learning;
import io.wisp.learning.LearningFolder;
import io.wisp.learning.LearningPlan;
import io.wisp.slices.SliceStore;
import io.wisp.training.Beginning;
import io.wisp.training.RunSettings;
import io.wisp.training.Training;
import io.wisp.training.Training.Outcome;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wisp learn}: slices and labels in, a model that outlines scans out. */
@Command(
    name = "learn",
    sortOptions = false,
    description = {
      "Learns to outline the object from labelled slices, all in one: does what `wisp train"
          + " diffusion` and `wisp distill` do, and `wisp train classifier` if --method or"
          + " student.agree asks for one. Manual masks are not read; held-out patients are left"
          + " out.",
      "",
      "MODEL is the folder of a student, see `wisp distill --help`: `wisp segment --model MODEL`"
          + " and other commands take it. Its teacher's runs are in MODEL/teacher; learn.yaml says"
          + " how the time was shared out. Ctrl-C saves and exits; --resume continues exactly from"
          + " there.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  wisp learn store --out model",
      "  wisp learn store --out model --max-time 60m",
      "  wisp learn store --out model --preset small-chaos --set student.rounds=2",
      "  wisp learn store --out model --resume",
      "  wisp segment --model model patient7_flair.nii.gz --out masks"
    })
final class LearnCommand implements Callable<Integer> {
  @Parameters(paramLabel = "STORE", description = "Store made by `wisp prepare`.")
  private Path store;

  @Option(names = "--out", required = true, paramLabel = "MODEL", description = "Folder to make.")
  private Path out;

  @Mixin private PresetOptions presets;

  @Option(
      names = "--method",
      paramLabel = "NAME",
      converter = MethodConverter.class,
      completionCandidates = MethodConverter.Names.class,
      description = "How the teacher makes maps, such as cdm or cg-cdm. Default: cdm.")
  private MapMethod method;

  @Option(
      names = "--max-time",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description =
          "Be done after about this long, such as 20m, 1.5h: each training takes as many steps as"
              + " fit, at most those of the settings. Default: those of the settings.")
  private Duration maxTime;

  @Option(
      names = "--resume",
      description =
          "Continue MODEL, with its settings and its time; changes by --set are saved there.")
  private boolean resume;

  @Option(names = "--overwrite", description = "Replace an earlier model in MODEL.")
  private boolean overwrite;

  @Mixin private EngineOption engineOption;
  @Mixin private ProgressOption progress;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter screen = spec.commandLine().getOut();
    checkOptions();
    RunSettings settings =
        resume
            ? LearningFolder.open(out).settings(presets.changes().assignments())
            : presets.settings();
    LearningPlan plan =
        resume
            ? LearningFolder.open(out).plan()
            : LearningPlan.of(
                settings,
                method == null ? PerturbationMethod.CDM : method,
                Optional.ofNullable(maxTime));
    try (SliceStore slices = SliceStore.open(store)) {
      Engine engine = engineOption.engine(settings.network(), progress.interruption().stop());
      screen.println("Computing on " + engine.reason());
      Learning learning = new Learning(settings, plan, engine, slices, out, screen::println);
      if (overwrite) {
        learning.clear();
      }
      Outcome outcome =
          new InterruptibleTraining(learning, Training.NO_LIMIT, progress)
              .run(resume ? Beginning.RESUMED : Beginning.NEW);
      print(outcome, screen);
    }
    return 0;
  }

  private void checkOptions() {
    if (!resume) {
      return;
    }
    Stream.of(
            presets.onlyForNew().orElse(null),
            method == null ? null : "--method",
            maxTime == null ? null : "--max-time",
            overwrite ? "--overwrite" : null)
        .filter(option -> option != null)
        .findFirst()
        .ifPresent(
            option -> {
              throw new UserError(
                  "--resume goes on with what %s was begun with: leave out %s, or begin anew without --resume."
                      .formatted(out, option));
            });
  }

  private void print(Outcome outcome, PrintWriter screen) {
    outcome.remarks().forEach(screen::println);
    screen.printf(
        Locale.ROOT,
        "%s after %.1f minutes: %s%n",
        outcome.finished() ? "Done" : "Stopped",
        outcome.seconds() / 60,
        out);
    if (outcome.finished()) {
      screen.printf("Outline scans: wisp segment --model %s SCANS --out masks%n", out);
      screen.printf(
          "Score it on held-out patients: wisp evaluate --model %s %s --out results%n", out, store);
    } else {
      screen.printf("Go on: wisp learn %s --out %s --resume%n", store, out);
    }
  }
}
