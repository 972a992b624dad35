package io.wisp.reproduction;

import io.wisp.BadFile;
import io.wisp.Remedy;
import io.wisp.TargetExists;
import io.wisp.UserError;
import io.wisp.activation.MapMethod;
import io.wisp.activation.RunKind;
import io.wisp.activation.SegmentationMethod;
import io.wisp.base.AtomicFile;
import io.wisp.base.Folders;
import io.wisp.base.JsonFile;
import io.wisp.segmentation.ModelRuns;
import io.wisp.segmentation.OutlineRecipe;
import io.wisp.slices.SliceStore;
import io.wisp.training.RunSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The folder of a reproduction; each part appears when it is finished, so that existing parts need
 * not be computed again.
 *
 * <ul>
 *   <li>{@code plan.json}: what all parts share
 *   <li>{@code repeat-N/store}, and {@code repeat-N/diffusion}, {@code classifier}, {@code
 *       segmenter}, {@code student}: run folders
 *   <li>{@code repeat-N/diffusion.json} and so on: {@link TrainedRun}
 *   <li>{@code repeat-N/student-origin.yaml}: {@link StudentOrigin}, from before its first step
 *   <li>{@code repeat-N/scores-METHOD.json}: {@link MethodEvaluation}
 * </ul>
 *
 * @param path of the folder
 */
public record ReproductionFolder(Path path) {
  public static final String PLAN = "plan.json";

  /** What a folder belongs to. */
  private record Kept(String study, String source, String preset, List<String> assignments) {
    static Kept of(ReproductionPlan plan) {
      return new Kept(
          plan.study().studyName(),
          plan.source().toAbsolutePath().normalize().toString(),
          plan.preset(),
          plan.assignments());
    }

    /** Whether stores and trainings are the same; how maps and masks are made may differ. */
    boolean trainsAs(Kept other) {
      return study.equals(other.study)
          && source.equals(other.source)
          && RunSettings.of(preset, null, assignments)
              .sameTraining(RunSettings.of(other.preset, null, other.assignments));
    }

    RunSettings settings(int repeat) {
      return ReproductionPlan.settings(preset, assignments, repeat);
    }

    String words() {
      String changes = assignments.isEmpty() ? "" : " and " + String.join(", ", assignments);
      return "%s, %s, with the preset %s%s".formatted(study, source, preset, changes);
    }
  }

  /**
   * Takes the folder for a plan.
   *
   * @throws UserError if it holds something else
   */
  void claim(ReproductionPlan plan) {
    Kept wanted = Kept.of(plan);
    Path file = path.resolve(PLAN);
    if (Files.exists(file)) {
      replaceIfNothingIsDone(file, wanted);
      return;
    }
    if (!Folders.isEmpty(path)) {
      throw new TargetExists(
          path,
          "%s exists and holds no reproduction: choose another folder.".formatted(path),
          Remedy.OTHER_FOLDER);
    }
    Folders.make(path);
    JsonFile.write(file, wanted);
  }

  /** A plan may be corrected before its first store is finished, and its scoring always. */
  private void replaceIfNothingIsDone(Path file, Kept wanted) {
    Kept kept = JsonFile.read(file, Kept.class).orElseThrow();
    if (kept.equals(wanted)) {
      return;
    }
    if (Files.exists(store(1)) && !kept.trainsAs(wanted)) {
      throw new TargetExists(
          path,
          "%s holds a reproduction of %s; it cannot go on as one of %s: give the same again, or choose another folder."
              .formatted(path, kept.words(), wanted.words()),
          Remedy.OTHER_FOLDER);
    }
    JsonFile.write(file, wanted);
  }

  Path repeat(int repeat) {
    return path.resolve("repeat-" + repeat);
  }

  Path store(int repeat) {
    return repeat(repeat).resolve("store");
  }

  Path run(int repeat, RunKind kind) {
    return repeat(repeat).resolve(kind.kindName());
  }

  /** The outcome of a finished training. */
  Optional<TrainedRun> trained(int repeat, RunKind kind) {
    return JsonFile.read(trainedFile(repeat, kind), TrainedRun.class);
  }

  void keep(int repeat, RunKind kind, TrainedRun run) {
    JsonFile.write(trainedFile(repeat, kind), run);
  }

  /** The run folders of these networks. */
  ModelRuns runs(int repeat, Set<RunKind> kinds) {
    return new ModelRuns(
        kinds.stream().collect(Collectors.toMap(kind -> kind, kind -> run(repeat, kind))));
  }

  /**
   * The repeats whose diffusion model is trained, with their other networks as far as these are. A
   * student counts if it is of the diffusion model and settings that there are now.
   *
   * @throws UserError if the folder holds no reproduction
   */
  public List<TrainedRepeat> trainedRepeats() {
    Kept plan =
        JsonFile.read(path.resolve(PLAN), Kept.class)
            .orElseThrow(
                () ->
                    new BadFile(
                        path, "%s holds no reproduction: give the folder of one.".formatted(path)));
    List<TrainedRepeat> repeats = new ArrayList<>();
    for (int repeat = 1; Files.exists(repeat(repeat)); repeat++) {
      RunSettings settings = plan.settings(repeat);
      Set<RunKind> kinds = trainedKinds(repeat, settings);
      if (kinds.contains(RunKind.DIFFUSION) && SliceStore.isStore(store(repeat))) {
        repeats.add(
            new TrainedRepeat(
                repeat, repeat(repeat), store(repeat), runs(repeat, kinds), settings));
      }
    }
    return repeats;
  }

  private Set<RunKind> trainedKinds(int repeat, RunSettings settings) {
    EnumSet<RunKind> kinds = EnumSet.noneOf(RunKind.class);
    for (RunKind kind : RunKind.values()) {
      trained(repeat, kind).ifPresent(run -> kinds.add(kind));
    }
    boolean current =
        trained(repeat, RunKind.DIFFUSION)
            .filter(run -> hasStudentOf(repeat, StudentOrigin.of(run.step(), settings)))
            .isPresent();
    if (!current) {
      kinds.remove(RunKind.STUDENT);
    }
    return kinds;
  }

  /** Whether the student, finished or not, is of this origin. */
  boolean hasStudentOf(int repeat, StudentOrigin origin) {
    Path file = originFile(repeat);
    try {
      return Files.exists(file) && origin.isToldBy(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** Records what the next student is made from. */
  void keep(int repeat, StudentOrigin origin) {
    AtomicFile.replaceText(originFile(repeat), origin.text());
  }

  /** Removes a student's scores and origin; its run folder stays. */
  void forgetStudent(int repeat) {
    try {
      Files.deleteIfExists(scoresFile(repeat, SegmentationMethod.STUDENT));
      Files.deleteIfExists(trainedFile(repeat, RunKind.STUDENT));
      Files.deleteIfExists(originFile(repeat));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove from " + repeat(repeat), e);
    }
  }

  private Path originFile(int repeat) {
    return repeat(repeat).resolve("student-origin.yaml");
  }

  private Path trainedFile(int repeat, RunKind kind) {
    return repeat(repeat).resolve(kind.kindName() + ".json");
  }

  /**
   * A finished evaluation.
   *
   * @param recipe how it is to be made; another's does not count
   * @param trainedSteps how far the networks are trained now; others' evaluations do not count
   */
  Optional<MethodEvaluation> evaluation(
      int repeat, OutlineRecipe recipe, Map<String, Integer> trainedSteps) {
    return JsonFile.read(scoresFile(repeat, recipe.method()), MethodEvaluation.class)
        .filter(evaluation -> evaluation.trainedSteps().equals(trainedSteps))
        .filter(evaluation -> evaluation.isOf(recipe));
  }

  void keep(MethodEvaluation evaluation) {
    JsonFile.write(scoresFile(evaluation.repeat(), evaluation.method()), evaluation);
  }

  private Path scoresFile(int repeat, MapMethod method) {
    return repeat(repeat).resolve("scores-" + method.methodName() + ".json");
  }
}
