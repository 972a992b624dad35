package io.wisp.reproduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.Progress;
import io.wisp.StopSignal;
import io.wisp.activation.PerturbationMethod;
import io.wisp.activation.RunKind;
import io.wisp.activation.SegmentationMethod;
import io.wisp.base.SettingsTree;
import io.wisp.engine.Engine;
import io.wisp.slices.SliceStore;
import io.wisp.testing.SquareStore;
import io.wisp.testing.TinyRun;
import io.wisp.training.Beginning;
import io.wisp.training.RunSettings;
import io.wisp.training.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the student of a repeat is trained, and when anew. */
class RepeatTrainingTest {
  private static final RunSettings TINY =
      TinyRun.settings(
          "train.learning_rate=5.0e-3",
          "map.draws=1",
          "map.noise_levels=[60]",
          "mask.foreground.rule=everywhere",
          "mask.minimum_size=0",
          "student.rounds=1");

  @TempDir private static Path shared;
  private static Path store;

  @TempDir private Path folder;
  private final List<Beginning> begun = new ArrayList<>();

  @BeforeAll
  static void trainOnce() {
    store = SquareStore.withMasks(shared);
    List<Beginning> beginnings = new ArrayList<>();
    Map<RunKind, TrainedRun> runs = train(shared.resolve("trained"), beginnings, new StopSignal());
    assertThat(runs.get(RunKind.STUDENT).step()).isEqualTo(5);
    assertThat(beginnings).containsExactly(Beginning.NEW, Beginning.NEW);
  }

  @BeforeEach
  void copy() throws IOException {
    Path trained = shared.resolve("trained");
    try (Stream<Path> files = Files.walk(trained)) {
      for (Path file : files.toList()) {
        Path target = folder.resolve(trained.relativize(file).toString());
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  @Test
  void aStudentThatIsTrainedIsKept() {
    train(new StopSignal());
    assertThat(begun).isEmpty();
  }

  @Test
  void aStudentIsTrainedAnewOnceItsTeacherHasLearnedMore() {
    ReproductionFolder kept = new ReproductionFolder(folder);
    kept.keep(1, RunKind.DIFFUSION, new TrainedRun(8, true, 1));
    train(new StopSignal());
    assertThat(begun).containsExactly(Beginning.NEW);
  }

  @Test
  void aStudentIsTrainedAnewWhenItsMasksWouldBeOthers() {
    train(new StopSignal(), "mask.smoothing=2");
    assertThat(begun).containsExactly(Beginning.NEW);
  }

  @Test
  void theScoresOfTheEarlierStudentAreForgotten() throws IOException {
    Path scores = Files.createFile(folder.resolve("repeat-1/scores-student.json"));
    train(new StopSignal(), "student.threshold=0.4");
    assertThat(scores).doesNotExist();
  }

  @Test
  void aStudentThatWasStoppedGoesOn() {
    StopSignal stop = new StopSignal();
    stop.request();
    assertThatThrownBy(() -> train(stop, "student.train.steps=6"))
        .isInstanceOf(CancellationException.class);
    Map<RunKind, TrainedRun> runs = train(new StopSignal(), "student.train.steps=6");
    assertThat(begun).containsExactly(Beginning.NEW, Beginning.RESUMED);
    assertThat(runs.get(RunKind.STUDENT)).isEqualTo(new TrainedRun(6, true, runSeconds()));
  }

  private static double runSeconds() {
    return Training.NO_LIMIT.toMillis() / 1000.0;
  }

  private Map<RunKind, TrainedRun> train(StopSignal stop, String... changes) {
    return train(folder, begun, stop, changes);
  }

  private static Map<RunKind, TrainedRun> train(
      Path out, List<Beginning> begun, StopSignal stop, String... changes) {
    TrainingRunner runner =
        (training, beginning, limit) -> {
          begun.add(beginning);
          return beginning == Beginning.NEW
              ? training.start(limit, stop, Progress.SILENT)
              : training.resume(limit, stop, Progress.SILENT);
        };
    try (SliceStore slices = SliceStore.open(store)) {
      return new RepeatTraining(
              plan(changes), new ReproductionFolder(out), Engine.reference(), runner, line -> {})
          .train(1, slices);
    }
  }

  private static ReproductionPlan plan(String... changes) {
    List<String> all =
        new ArrayList<>(
            SettingsTree.tree(TINY).properties().stream()
                .map(section -> section.getKey() + "=" + section.getValue())
                .toList());
    all.addAll(List.of(changes));
    return new ReproductionPlan(
        Study.BRATS,
        Path.of("source"),
        "demo",
        all,
        List.of(PerturbationMethod.CDM, SegmentationMethod.STUDENT),
        1,
        Training.NO_LIMIT);
  }
}
