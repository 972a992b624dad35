package io.wisp.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wisp.UserError;
import io.wisp.testing.TinyRun;
import io.wisp.training.TrainSettings.Decay;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainSettingsTest {
  @ParameterizedTest
  @CsvSource({
    "constant, 0, 0.1",
    "constant, 4, 0.5",
    "constant, 9, 1",
    "constant, 109, 1",
    "linear, 9, 1",
    "linear, 10, 1",
    "linear, 60, 0.5",
    "linear, 109, 0.01",
    "cosine, 9, 1",
    "cosine, 10, 1",
    "cosine, 35, 0.853553",
    "cosine, 60, 0.5",
    "cosine, 110, 0",
    "cosine, 200, 0",
  })
  void theLearningRateRisesInTenStepsAndFallsInAHundred(String decay, int step, double part) {
    TrainSettings settings = settings("train.warmup=10", "train.steps=110", "train.decay=" + decay);
    assertThat(settings.learningRateAt(step))
        .isCloseTo(part * settings.learningRate(), within(1e-6 * settings.learningRate()));
  }

  @Test
  void withoutWarmUpTheFirstStepIsAWholeOne() {
    TrainSettings settings = settings("train.warmup=0");
    assertThat(settings.learningRateAt(0)).isEqualTo(settings.learningRate());
  }

  @Property(tries = 200)
  void theLearningRateIsNeverAboveItsValueNorBelowZero(
      @ForAll Decay decay,
      @ForAll @IntRange(min = 1, max = 500) int steps,
      @ForAll @IntRange(max = 500) int warmup,
      @ForAll @IntRange(max = 1000) int step) {
    TrainSettings settings =
        settings("train.steps=" + steps, "train.warmup=" + warmup, "train.decay=" + decay);
    assertThat(settings.learningRateAt(step)).isBetween(0.0, settings.learningRate());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "steps=0 | train.steps is 0, but must be at least 1",
        "batch=0 | train.batch is 0, but must be at least 1",
        "learning_rate=0 | train.learning_rate is 0.0, but must be above 0",
        "learning_rate=NaN | train.learning_rate is NaN",
        "weight_decay=-1 | train.weight_decay is -1.0",
        "warmup=-1 | train.warmup is -1",
        "ema=1 | train.ema is 1.0, but must be in [0, 1)",
        "clip=-1 | train.clip is -1.0",
        "log_every=0 | train.log_every is 0",
        "checkpoint_every=0 | train.checkpoint_every is 0",
        "augment.shift=-1 | augment.shift is -1",
        "augment.gain=1 | augment.gain is 1.0, but must be in [0, 1)",
        "decay=sudden | decay is wrong",
        "match=size | match is wrong",
        "label_dropout=1 | train.label_dropout is 1.0, but must be in [0, 1)",
        "focus={share: 2, from: 0, to: 9} | focus.share is 2.0, but must be in [0, 1]",
        "focus={share: 0.5, from: 9, to: 8} | focus goes from timestep 9 to 8",
        "focus={share: 0.5, from: 9, to: 1000} | train.focus goes to timestep 1000, but diffusion.steps is 1000",
        "label_dropout=-0.1 | train.label_dropout is -0.1",
      })
  void anImpossibleValueIsRefusedWithItsName(String assignment, String sentence) {
    assertThatThrownBy(() -> settings("train." + assignment))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(sentence);
  }

  private static TrainSettings settings(String... assignments) {
    return TinyRun.settings(assignments).train();
  }
}
