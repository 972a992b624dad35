package io.wisp.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.metrics.AurocGain;
import io.wisp.training.RunSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TuningStepTest {
  private static final Knob TAU = Knob.parse("map.tau=[0.5, 0.9]");
  private static final List<Trial> TRIALS =
      TAU.candidates(RunSettings.preset("small")).stream()
          .map(settings -> new Trial(settings, Map.of(), List.of()))
          .toList();

  @Test
  void withinItsStandardErrorTheBestDoesNotReplaceTheRunsOwnValue() {
    TuningStep step = step(new AurocGain(-0.1, 0.01), new AurocGain(0.02, 0.03));
    assertThat(step.best()).isEqualTo(TRIALS.get(0));
    assertThat(step.highest()).isEqualTo(TRIALS.get(2));
    assertThat(step.verdict())
        .startsWith("map.tau: 0")
        .endsWith(" stays, as the best, 0.9, +0.020 ± 0.030, is within its standard error");
  }

  @Test
  void beyondItTheBestGoesOn() {
    TuningStep step = step(new AurocGain(0.05, 0.03), new AurocGain(0.02, 0.03));
    assertThat(step.best()).isEqualTo(TRIALS.get(1));
    assertThat(step.verdict()).startsWith("map.tau: 0").endsWith(" changes to 0.5, +0.050 ± 0.030");
  }

  @Test
  void onEqualTermsTheValueThatWasThereStays() {
    TuningStep step = step(new AurocGain(0, 0), new AurocGain(0, 0));
    assertThat(step.best()).isEqualTo(TRIALS.get(0));
    assertThat(step.verdict()).endsWith(" stays, no value has a larger AUROC");
  }

  private static TuningStep step(AurocGain first, AurocGain second) {
    return TuningStep.of(TAU, TRIALS, List.of(new AurocGain(0, 0), first, second));
  }
}
