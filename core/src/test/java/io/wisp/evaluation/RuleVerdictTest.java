package io.wisp.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.metrics.PatientScores;
import org.junit.jupiter.api.Test;

class RuleVerdictTest {
  @Test
  void aGainOfManyPatientsBeatsTheRule() {
    RuleVerdict verdict = verdict(0.1, 0.12, 0.05, 0.2, 0.07, 0.11, 0.09);
    assertThat(verdict.beats()).isTrue();
    assertThat(verdict.onSlices("held-out patients"))
        .startsWith(
            "On slices known to hold the object, CDM beats the best rule that learns nothing, Bright, over the same held-out patients: Dice +0.106 (95 % 0.0")
        .endsWith(", p 0.0156, n = 7).");
  }

  /** Of four patients p is at least 0.125. */
  @Test
  void aGainOfFewPatientsIsNotSure() {
    RuleVerdict verdict = verdict(0.1, 0.12, 0.05, 0.2);
    assertThat(verdict.beats()).isFalse();
    assertThat(verdict.onSlices("held-out patients"))
        .contains("CDM is ahead of the best rule", ", but not surely: Dice +0.1")
        .endsWith(", p 0.1250, n = 4); use the rule until more patients show a gain.");
  }

  @Test
  void whereNothingIsGainedTheRuleIsToBeUsed() {
    assertThat(verdict(-0.1, 0.02, -0.05).onSlices("held-out patients"))
        .contains("CDM does not beat the best rule", "patients: Dice -0.043 (95 % -0.100 to 0.0")
        .endsWith("n = 3); use the rule.");
    assertThat(verdict(0, 0).onSlices("held-out patients"))
        .contains("CDM does not beat", "Dice +0.000");
  }

  private static RuleVerdict verdict(double... differences) {
    PatientScores scores = new PatientScores();
    for (int i = 0; i < differences.length; i++) {
      scores.add("patient" + i, "slice", differences[i]);
    }
    return RuleVerdict.of("CDM", "Bright", scores);
  }
}
