package io.wisp.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.UserError;
import io.wisp.dataset.Split;
import io.wisp.engine.Engine;
import io.wisp.engine.NativeObjects;
import io.wisp.slices.SliceStore;
import io.wisp.testing.SquareStore;
import io.wisp.testing.TinyRun;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingStepsTest {
  @TempDir private Path folder;

  @Test
  void aTrainingThatCannotBeginLeavesNothingOpen() {
    try (SliceStore withoutOnes = SliceStore.open(SquareStore.withOnesOnlyIn(folder, Split.TEST))) {
      RunSettings settings = TinyRun.settings("network.num_classes=3");
      assertThat(
              NativeObjects.leftBy(
                  () ->
                      assertThatThrownBy(
                              () -> new TrainingSteps(settings, Engine.reference(), withoutOnes))
                          .isInstanceOf(UserError.class)
                          .hasMessageContaining("no training slices of class 1")))
          .isZero();
    }
  }

  @Test
  void aTrainingClosesAllThatItHasMade() {
    try (SliceStore store = SliceStore.open(SquareStore.withMasks(folder))) {
      assertThat(
              NativeObjects.leftBy(
                  () -> new TrainingSteps(TinyRun.settings(), Engine.reference(), store).close()))
          .isZero();
    }
  }
}
