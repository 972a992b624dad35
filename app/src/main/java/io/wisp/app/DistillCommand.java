package io.wisp.app;

import io.wisp.UserError;
import io.wisp.activation.MapMethod;
import io.wisp.activation.PerturbationMethod;
import io.wisp.activation.RunKind;
import io.wisp.distillation.Distillation;
import io.wisp.distillation.StudentFolder;
import io.wisp.distillation.Teacher;
import io.wisp.engine.Engine;
import io.wisp.slices.SliceStore;
import io.wisp.training.Beginning;
import io.wisp.training.RunFolder;
import io.wisp.training.RunSettings;
import io.wisp.training.Training;
import io.wisp.training.Training.Outcome;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wisp distill}: a trained model's masks in, a segmenter that learned from them out. */
@Command(
    name = "distill",
    sortOptions = false,
    description = {
      "Trains a student: a trained model outlines the training patients of a store, the least"
          + " confident masks are dropped, and a segmentation U-Net learns from the rest; its own"
          + " masks train the next round. Manual masks are not read. A student needs one forward"
          + " per slice.",
      "",
      "STUDENT will hold config.yaml, run.json, slices.json, split.csv, metrics.csv, loss.png,"
          + " weights.safetensors, teacher.yaml, pseudo.png (some of the masks), pseudo (all of"
          + " them with their confidence) and a run folder for each round. It uses the settings of"
          + " RUN; its own are under student. Ctrl-C saves and exits; --resume continues exactly"
          + " from the checkpoint.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  wisp distill store --from run --out student",
      "  wisp distill store --from run --out student --rounds 3 --set student.share_kept=0.6",
      "  wisp distill store --from run --out student --settings tuned/settings.yaml",
      "  wisp distill store --from run --classifier classifier --method cg-cdm --out student",
      "  wisp distill store --out student --resume",
      "  wisp evaluate --student student store --out results"
    })
final class DistillCommand implements Callable<Integer> {
  @Parameters(paramLabel = "STORE", description = "Store made by `wisp prepare`.")
  private Path store;

  @Option(
      names = "--from",
      paramLabel = "RUN",
      description = "The teacher: run folder of `wisp train diffusion`.")
  private Path from;

  @Option(
      names = "--classifier",
      paramLabel = "RUN",
      description = "Run folder of `wisp train classifier`, for methods that need one.")
  private Path classifier;

  @Option(
      names = "--method",
      paramLabel = "NAME",
      converter = MethodConverter.class,
      completionCandidates = MethodConverter.Names.class,
      description = "How the teacher makes maps, such as cdm or cg-cdm. Default: cdm.")
  private MapMethod method = PerturbationMethod.CDM;

  @Option(names = "--out", required = true, paramLabel = "STUDENT", description = "Run folder.")
  private Path out;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Rounds of training; the same as --set student.rounds=N.")
  private Integer rounds;

  @Mixin private SettingChangeOptions changes;

  @Option(
      names = "--max-time",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description =
          "Save and exit after this long, such as 90s, 20m, 1.5h; masks in progress are finished.")
  private Duration maxTime = Training.NO_LIMIT;

  @Option(
      names = "--resume",
      description =
          "Continue STUDENT, with its teacher and settings; changes by --set are saved there.")
  private boolean resume;

  @Option(names = "--overwrite", description = "Replace an earlier student in STUDENT.")
  private boolean overwrite;

  @Mixin private EngineOption engineOption;
  @Mixin private ProgressOption progress;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter screen = spec.commandLine().getOut();
    checkOptions();
    RunSettings settings = settings();
    Teacher teacher = teacher();
    Engine engine =
        engineOption.engine(settings.segmenterNetwork(), progress.interruption().stop());
    screen.println("Computing on " + engine.reason());
    try (SliceStore slices = SliceStore.open(store)) {
      Distillation distillation = new Distillation(settings, teacher, engine, slices, out);
      if (overwrite) {
        distillation.clear();
      }
      Outcome outcome =
          new InterruptibleTraining(distillation, maxTime, progress)
              .run(resume ? Beginning.RESUMED : Beginning.NEW);
      print(outcome, screen);
    }
    return 0;
  }

  private void checkOptions() {
    if (resume && overwrite) {
      throw new UserError("--resume goes on, --overwrite begins anew: give one of them.");
    }
    if (!resume && from == null) {
      throw new UserError("No teacher is given: give --from RUN, a run of `wisp train diffusion`.");
    }
  }

  private RunSettings settings() {
    RunFolder origin =
        resume ? RunFolder.open(out, RunKind.STUDENT) : RunFolder.open(from, RunKind.DIFFUSION);
    return origin.settings(
        changes.over(rounds == null ? List.of() : List.of("student.rounds=" + rounds)));
  }

  /** The one asked for; going on, the one that it was begun with. */
  private Teacher teacher() {
    if (!resume) {
      return Teacher.of(from, Optional.ofNullable(classifier), method);
    }
    Teacher begun = new StudentFolder(out).teacher();
    if (from != null && !from.toAbsolutePath().normalize().equals(Path.of(begun.model()))) {
      throw new UserError(
          "The student of %s was begun with the teacher %s, not with %s: leave out --from, or begin anew with --overwrite."
              .formatted(out, begun.model(), from));
    }
    return begun;
  }

  private void print(Outcome outcome, PrintWriter screen) {
    outcome.remarks().forEach(screen::println);
    screen.printf(
        Locale.ROOT,
        "%s after %,d steps and %.1f minutes of training: %s%n",
        outcome.finished() ? "Done" : "Stopped",
        outcome.step(),
        outcome.seconds() / 60,
        out);
    screen.println(
        outcome.finished()
            ? "Score it on held-out patients: wisp evaluate --student %s %s --out results"
                .formatted(out, store)
            : "Go on: wisp distill %s --out %s --resume".formatted(store, out));
  }
}
