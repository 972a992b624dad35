package io.wisp.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.UserError;
import io.wisp.activation.PerturbationMethod;
import io.wisp.mask.Threshold;
import io.wisp.training.RunSettings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnobTest {
  private static final RunSettings SMALL = RunSettings.preset("small");

  @Test
  void theValueThatIsThereComesFirstAndOnlyOnce() {
    List<RunSettings> candidates = Knob.parse("map.tau=[0.5, 0, 0.9]").candidates(SMALL);
    assertThat(candidates.get(0)).isEqualTo(SMALL);
    assertThat(candidates).extracting(s -> s.map().tau()).containsExactly(0.0, 0.5, 0.9);
  }

  @Test
  void nothingElseChanges() {
    RunSettings changed = Knob.parse("mask.foreground.erosion=[7]").candidates(SMALL).get(1);
    assertThat(changed.mask().foreground().erosion()).isEqualTo(7);
    assertThat(Knob.parse("mask.foreground.erosion=[4]").candidates(changed).get(1))
        .isEqualTo(SMALL);
  }

  @Test
  void aListOfOneNeedsNoBrackets() {
    assertThat(Knob.parse("map.noise_levels=[100, [200, 300]]").candidates(SMALL))
        .extracting(s -> s.map().noiseLevels())
        .containsExactly(SMALL.map().noiseLevels(), List.of(100), List.of(200, 300));
  }

  @Test
  void aWholeSectionCanBeTried() {
    Knob knob = Knob.parse("mask.threshold=[{rule: fixed, value: 0.3}]");
    assertThat(knob.candidates(SMALL).get(1).mask().threshold()).isEqualTo(Threshold.fixed(0.3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"map.tau", "map.tau=0.5", "=[1]", "map.tau={a: 1}"})
  void whatIsNoNameWithAListIsRefused(String text) {
    assertThatThrownBy(() -> Knob.parse(text))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "The trials %s cannot be read: give a name and a list of values to try, such as map.tau=[0, 0.5]."
                .formatted(text));
  }

  @Test
  void aSettingThatIsNotThereIsRefused() {
    assertThatThrownBy(
            () ->
                SearchSpace.of(PerturbationMethod.CDM, SMALL, List.of(Knob.parse("map.magic=[1]"))))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("There is no setting map.magic");
  }

  @Test
  void aValueThatCannotBeIsRefusedBeforeAnythingIsTried() {
    assertThatThrownBy(
            () ->
                SearchSpace.of(
                    PerturbationMethod.CDM, SMALL, List.of(Knob.parse("map.tau=[0, 1]"))))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("map.tau is 1.0, but must be below 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "small", "paper-brats", "paper-chaos"})
  void everyPresetCanBeSearched(String preset) {
    assertThat(SearchSpace.of(PerturbationMethod.CDM, RunSettings.preset(preset), List.of()))
        .extracting(knob -> knob.setting().name())
        .startsWith("map.noise_levels", "map.tau", "mask.sign")
        .hasSize(7);
  }

  @Test
  void ownValuesStandInForTheUsualOnesAndAnEmptyListTakesASettingOut() {
    List<Knob> own =
        List.of(
            Knob.parse("mask.minimum_size=[0, 10]"),
            Knob.parse("map.tau=[0.5]"),
            Knob.parse("mask.sign=[]"),
            Knob.parse("map.stride=[1, 5]"));
    List<Knob> knobs = SearchSpace.of(PerturbationMethod.CDM, SMALL, own);
    assertThat(knobs)
        .extracting(knob -> knob.setting().name())
        .containsExactly(
            "map.noise_levels",
            "map.tau",
            "map.stride",
            "mask.smoothing",
            "mask.foreground.erosion",
            "mask.threshold",
            "mask.components",
            "mask.minimum_size");
    assertThat(knobs.get(1)).isEqualTo(own.get(1));
  }
}
