package io.wisp.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.Progress;
import io.wisp.activation.RunKind;
import io.wisp.engine.Engine;
import io.wisp.mask.MaskRecipe;
import io.wisp.network.SegmentationNetwork;
import io.wisp.slices.SliceRecord;
import io.wisp.slices.SliceStore;
import io.wisp.testing.SquareStore;
import io.wisp.testing.TinyRun;
import io.wisp.testing.TinyRun.Session;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A student learns what most masks say. */
class StudentTrainingTest {
  @TempDir private static Path shared;
  private static Path store;

  @TempDir private Path folder;

  @BeforeAll
  static void prepare() {
    store = SquareStore.withMasks(shared);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DICE_CE") // SegmenterTrainingTest has it
  void brightSquaresAreLearnedThoughEveryFourthMaskIsWrong(SegmentationLoss loss) {
    RunSettings settings =
        TinyRun.settings(
            "network.dropout=0",
            "student.loss=" + loss.name(),
            "student.train.steps=80",
            "student.train.batch=8",
            "student.train.learning_rate=2.0e-3",
            "student.train.ema=0.9",
            "student.train.checkpoint_every=1000");
    try (SliceStore slices = SliceStore.open(store)) {
      StudentTask task = new StudentTask(settings, 1, new WrongMasks(slices));
      Session session = new Session(task, store, folder.resolve("run"));
      session.start();
      RunFolder run = RunFolder.open(session.run(), RunKind.STUDENT);
      try (SegmentationNetwork model =
          SegmentationNetwork.create(
              settings.segmenterNetwork(), Engine.reference(), run.averagedWeights())) {
        assertThat(
                new HeldOutMasks(model, 1, MaskRecipe.ofProbability(0.5), 8)
                    .meanDice(slices, Progress.SILENT))
            .isGreaterThan(0.75);
      }
    }
  }

  @Test
  void everyRoundHasItsOwnRandomNumbers() {
    RunSettings settings = TinyRun.settings("student.train.seed=5");
    MaskSource none = (slice, target, offset) -> {};
    assertThat(new StudentTask(settings, 1, none).train().seed()).isEqualTo(5);
    assertThat(new StudentTask(settings, 3, none).train().seed()).isEqualTo(7);
  }

  /** The true masks, but of every fourth case only their left half. */
  private record WrongMasks(SliceStore store) implements MaskSource {
    @Override
    public void read(SliceRecord slice, float[] target, int offset) {
      MaskSource.byHand(store).read(slice, target, offset);
      if (slice.caseId().hashCode() % 4 == 0) {
        for (int i = 0; i < 256; i++) {
          target[offset + i] = i % 16 < 8 ? target[offset + i] : 0;
        }
      }
    }
  }
}
