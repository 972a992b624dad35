package io.wisp.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wisp.UserError;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class NoiseScheduleTest {
  @Property(tries = 100)
  void theImageFadesWithEveryStep(
      @ForAll NoiseSchedule.Kind kind, @ForAll @IntRange(min = 2, max = 4000) int steps) {
    NoiseSchedule schedule = NoiseSchedule.of(kind, steps);
    for (int t = 0; t < steps; t++) {
      assertThat(schedule.alphaBar(t)).isPositive().isLessThan(schedule.alphaBar(t - 1));
      assertThat(schedule.beta(t)).isBetween(0.0, 0.999 + 1e-12);
    }
  }

  @Property(tries = 100)
  void theImageIsNearlyGoneAtTheEnd(
      @ForAll NoiseSchedule.Kind kind, @ForAll @IntRange(min = 20, max = 4000) int steps) {
    assertThat(NoiseSchedule.of(kind, steps).alphaBar(steps - 1)).isLessThan(1e-4);
  }

  @Example
  void beforeTheFirstStepTheImageIsCleanAndAfterTheLastItIsGone() {
    NoiseSchedule schedule = NoiseSchedule.of(NoiseSchedule.Kind.LINEAR, 1000);
    assertThat(schedule.alphaBar(-1)).isEqualTo(1);
    assertThat(schedule.alphaBar(1000)).isZero();
  }

  @Example
  void theLinearScheduleOf1000StepsIsThePublishedOne() {
    NoiseSchedule schedule = NoiseSchedule.of(NoiseSchedule.Kind.LINEAR, 1000);
    assertThat(schedule.beta(0)).isEqualTo(1e-4, within(1e-15));
    assertThat(schedule.beta(999)).isEqualTo(0.02, within(1e-15));
    assertThat(schedule.alphaBar(400)).isEqualTo(0.1941, within(1e-3));
  }

  @Property(tries = 20)
  void fewerThanTwoStepsAreRefused(@ForAll @IntRange(min = -5, max = 1) int steps) {
    assertThatThrownBy(() -> NoiseSchedule.of(NoiseSchedule.Kind.LINEAR, steps))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("diffusion.steps is " + steps);
  }
}
