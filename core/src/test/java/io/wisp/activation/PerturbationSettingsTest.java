package io.wisp.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wisp.Settings;
import io.wisp.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PerturbationSettingsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tau=1 | map.tau is 1.0, but must be below 1, since the difference is divided by 1 − τ",
        "tau=NaN | map.tau is NaN, but must be below 1",
        "iterations=0 | map.iterations is 0, but must be at least 1",
        "stride=0 | map.stride is 0, but must be at least 1",
        "draws=0 | map.draws is 0, but must be at least 1",
        "noise_levels=[] | map.noise_levels is empty",
        "noise_levels=[9] | map.noise_levels is 9, but must be at least the number of iterations",
      })
  void anImpossibleValueIsRefusedWithItsName(String assignment, String sentence) {
    assertThatThrownBy(() -> changed(assignment))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void namesOfVariantsAreReadAsTheyAreWritten() {
    assertThat(changed("steps=paper").steps()).isEqualTo(StepConvention.PAPER);
    assertThat(changed("clip=none").clip()).isEqualTo(io.wisp.diffusion.Clip.NONE);
  }

  @Test
  void theNetworkSeesBothBranchesOfEveryLevelDrawAndIteration() {
    assertThat(changed("noise_levels=[100, 200, 300]").evaluations()).isEqualTo(2 * 3 * 10);
  }

  @Test
  void aMirrorImageIsSeenAsOftenAsTheImage() {
    assertThat(changed("flips=horizontal").evaluations())
        .isEqualTo(2 * changed("flips=none").evaluations());
  }

  private static PerturbationSettings changed(String assignment) {
    ObjectNode tree =
        Settings.overlay(
            Settings.tree(PerturbationSettings.published()),
            Settings.assignment(assignment),
            "test");
    return Settings.as(PerturbationSettings.class, tree, "test");
  }
}
