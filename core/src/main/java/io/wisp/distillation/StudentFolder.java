package io.wisp.distillation;

import io.wisp.BadFile;
import io.wisp.UserError;
import io.wisp.activation.ContrastSettings;
import io.wisp.activation.RunKind;
import io.wisp.base.AtomicFile;
import io.wisp.base.Folders;
import io.wisp.base.SettingsTree;
import io.wisp.slices.SliceStore;
import io.wisp.training.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The folder of a student: a run folder, and in it
 *
 * <ul>
 *   <li>{@code teacher.yaml}: see {@link Teacher}
 *   <li>{@code pseudo}: the masks of each round, see {@link PseudoFiles}
 *   <li>{@code pseudo.png}: some of them to look at
 *   <li>{@code rounds/1} and so on: a run folder for each round
 * </ul>
 *
 * Its weights are those of the last finished round, or of the first while it is trained.
 *
 * @param path of the folder
 */
public record StudentFolder(Path path) {

  RunFolder run() {
    return new RunFolder(path);
  }

  /** Whether a student was started here. */
  public boolean exists() {
    return Files.exists(run().config());
  }

  PseudoFiles pseudo(SliceStore store, ContrastSettings contrast) {
    return new PseudoFiles(path.resolve("pseudo"), store, contrast);
  }

  Path sheet() {
    return path.resolve("pseudo.png");
  }

  /** The run folder of a round, from 1. */
  RunFolder round(int round) {
    return new RunFolder(path.resolve("rounds").resolve(Integer.toString(round)));
  }

  /** The rounds that were started. */
  List<RunFolder> rounds() {
    return IntStream.iterate(1, round -> round + 1)
        .mapToObj(this::round)
        .takeWhile(round -> Files.exists(round.config()))
        .toList();
  }

  /** Seconds of training up to the checkpoints, over all rounds; without mask making. */
  public double trainedSeconds() {
    return rounds().stream().mapToDouble(RunFolder::trainedSeconds).sum();
  }

  /** Steps of training up to the checkpoints, over all rounds. */
  public int trainedSteps() {
    return rounds().stream().mapToInt(RunFolder::trainedSteps).sum();
  }

  /** Whether a round was started, so that its masks exist. */
  public boolean begun(int round) {
    return Files.exists(round(round).config());
  }

  void keep(Teacher teacher) {
    Folders.make(path);
    AtomicFile.replaceText(teacherFile(), SettingsTree.toYaml(teacher));
  }

  /** The student's teacher. */
  public Teacher teacher() {
    return SettingsTree.as(
        Teacher.class, SettingsTree.readYaml(teacherFile()), teacherFile().toString());
  }

  private Path teacherFile() {
    return path.resolve("teacher.yaml");
  }

  /**
   * Removes the student, and nothing else in its folder.
   *
   * @throws UserError if the folder holds a run of another kind
   */
  public void clear() {
    if (!exists()) {
      return;
    }
    RunFolder.open(path, RunKind.STUDENT);
    try {
      Folders.remove(path.resolve("rounds"));
      Folders.remove(path.resolve("pseudo"));
      for (String name : List.of("pseudo.png", "teacher.yaml", "weights.safetensors")) {
        Files.deleteIfExists(path.resolve(name));
      }
      for (String name : List.of("presence.json", "metrics.csv", "loss.png", "config.yaml")) {
        Files.deleteIfExists(path.resolve(name));
      }
    } catch (IOException e) {
      throw new BadFile(path, "%s cannot be cleared: %s".formatted(path, e.getMessage()), e);
    }
  }
}
