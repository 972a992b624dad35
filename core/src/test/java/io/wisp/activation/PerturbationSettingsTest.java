package io.wisp.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wisp.UserError;
import io.wisp.base.SettingsTree;
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
        "guidance=0 | map.guidance is 0.0, but must be a number above 0",
        "guidance=Infinity | map.guidance is Infinity",
        "against=present | against is wrong",
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

  /** ε_∅ of both branches, of which there is one in the first of ten iterations. */
  @Test
  void withGuidanceEachBranchAsksWithoutALabelTooWhereItsImagesDiffer() {
    assertThat(changed("guidance=3").evaluations()).isEqualTo(4 * 10 - 1);
    assertThat(changed("guidance=3", "iterations=1").evaluations()).isEqualTo(3);
    assertThat(changed("guidance=3", "against=nothing").evaluations()).isEqualTo(4 * 10 - 1);
  }

  @Test
  void aSecondBranchWithoutLabelAsksNothingMore() {
    assertThat(changed("tau=0", "against=nothing").evaluations()).isEqualTo(2 * 10);
    assertThat(changed("tau=0", "against=nothing", "guidance=3").evaluations())
        .isEqualTo(3 * 10 - 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "guidance=3 | map.guidance is 3.0, but the network always got the label"
            + " (train.label_dropout is 0): train one with train.label_dropout=0.1, or set"
            + " map.guidance=1.",
        "against=nothing | map.against is nothing, but the network always got the label"
            + " (train.label_dropout is 0): train one with train.label_dropout=0.1, or set"
            + " map.against=absent."
      })
  void aNetworkThatWasToldEveryLabelCannotAnswerWithoutOne(String assignment, String sentence) {
    assertThatThrownBy(() -> changed(assignment).requireTraining(1000, 0))
        .isInstanceOf(UserError.class)
        .hasMessage(sentence);
    changed(assignment).requireTraining(1000, 0.1);
    changed("tau=0").requireTraining(1000, 0);
  }

  private static PerturbationSettings changed(String... assignments) {
    ObjectNode tree = SettingsTree.tree(PerturbationSettings.published());
    for (String assignment : assignments) {
      tree = SettingsTree.overlay(tree, SettingsTree.assignment(assignment), "test");
    }
    return SettingsTree.as(PerturbationSettings.class, tree, "test");
  }
}
