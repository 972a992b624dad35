package io.wisp.learning;

import io.wisp.BadFile;
import io.wisp.Remedy;
import io.wisp.TargetExists;
import io.wisp.UserError;
import io.wisp.activation.RunKind;
import io.wisp.base.AtomicFile;
import io.wisp.base.Folders;
import io.wisp.base.SettingsTree;
import io.wisp.distillation.StudentFolder;
import io.wisp.distillation.Teacher;
import io.wisp.segmentation.ModelRuns;
import io.wisp.training.RunFolder;
import io.wisp.training.RunSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The folder of a learning: the run folder of its student, see {@link StudentFolder}, and in it
 *
 * <ul>
 *   <li>{@code learn.yaml}: {@link LearningPlan}
 *   <li>{@code settings.yaml}: the settings given, for all networks
 *   <li>{@code teacher/diffusion} and, if it is needed, {@code teacher/classifier}: run folders
 * </ul>
 *
 * @param path of the folder
 */
public record LearningFolder(Path path) {

  /**
   * A learning that was begun.
   *
   * @throws UserError if there is none
   */
  public static LearningFolder open(Path path) {
    LearningFolder folder = new LearningFolder(path);
    if (!folder.begun()) {
      throw new BadFile(
          path,
          "Nothing can be resumed in %s: it has no learn.yaml, which marks the folder of a learning."
              .formatted(path));
    }
    return folder;
  }

  private boolean begun() {
    return Files.exists(planFile());
  }

  private Path planFile() {
    return path.resolve("learn.yaml");
  }

  private Path settingsFile() {
    return path.resolve("settings.yaml");
  }

  private Path teacherFolder() {
    return path.resolve("teacher");
  }

  /** The run folder of a network. */
  RunFolder run(RunKind kind) {
    return new RunFolder(kind == RunKind.STUDENT ? path : teacherFolder().resolve(kind.kindName()));
  }

  StudentFolder student() {
    return new StudentFolder(path);
  }

  /** The runs that the teacher consists of. */
  ModelRuns teacherRuns(LearningPlan plan) {
    return new ModelRuns(
        plan.teachers().stream().collect(Collectors.toMap(kind -> kind, kind -> run(kind).path())));
  }

  /** The teacher of a plan's networks. */
  Teacher teacher(LearningPlan plan) {
    Optional<Path> classifier = teacherRuns(plan).folder(RunKind.CLASSIFIER);
    return Teacher.of(run(RunKind.DIFFUSION).path(), classifier, plan.method());
  }

  /** What was decided so far. */
  public LearningPlan plan() {
    return SettingsTree.as(
        LearningPlan.class, SettingsTree.readYaml(planFile()), planFile().toString());
  }

  void keep(LearningPlan plan) {
    AtomicFile.replaceText(planFile(), SettingsTree.toYaml(plan));
  }

  /** The settings that it was begun with, with some changed, such as {@code map.tau=0}. */
  public RunSettings settings(List<String> assignments) {
    return RunSettings.of(SettingsTree.readYaml(settingsFile()), assignments);
  }

  void keep(RunSettings settings) {
    Folders.make(path);
    AtomicFile.replaceText(settingsFile(), SettingsTree.toYaml(settings));
  }

  void requireNew() {
    if (begun()) {
      throw new TargetExists(
          path,
          "%s holds a model already: resume it, replace it, or choose another folder."
              .formatted(path),
          Remedy.RESUME,
          Remedy.REPLACE,
          Remedy.OTHER_FOLDER);
    }
    requireFree();
  }

  /** Whatever else lies there is no learning. */
  private void requireFree() {
    if (!Folders.isEmpty(path)) {
      throw new TargetExists(
          path,
          "%s holds other files already: choose another folder.".formatted(path),
          Remedy.OTHER_FOLDER);
    }
  }

  /**
   * Removes an earlier learning, and nothing else in its folder.
   *
   * @throws UserError if the folder holds anything but a learning
   */
  void clear() {
    if (!begun()) {
      requireFree();
      return;
    }
    try {
      student().clear();
      for (String name : List.of("run.json", "slices.json", "split.csv")) {
        Files.deleteIfExists(path.resolve(name));
      }
      Folders.remove(teacherFolder());
      Files.deleteIfExists(settingsFile());
      Files.deleteIfExists(planFile());
    } catch (IOException e) {
      throw new BadFile(path, "%s cannot be cleared: %s".formatted(path, e.getMessage()), e);
    }
  }
}
