package io.wisp.ablation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.UserError;
import io.wisp.activation.ClassActivationKind;
import io.wisp.activation.GuidanceSettings;
import io.wisp.activation.MapSettings;
import io.wisp.activation.PerturbationMethod;
import java.util.List;
import org.junit.jupiter.api.Test;

class AblationTest {
  private static final MapSettings ALL = MapSettings.published();

  @Test
  void eachParameterChangesItselfAndNothingElse() {
    assertThat(AblatedParameter.NOISE_LEVEL.applied(ALL, 250).map())
        .isEqualTo(ALL.map().withNoiseLevels(List.of(250)));
    assertThat(AblatedParameter.ITERATIONS.applied(ALL, 3).map().iterations()).isEqualTo(3);
    assertThat(AblatedParameter.TAU.applied(ALL, 0.5).map().tau()).isEqualTo(0.5);
    assertThat(
            AblatedParameter.GUIDANCE_SCALE.applied(ALL, 100).of(GuidanceSettings.SECTION).scale())
        .isEqualTo(100);
    assertThat(AblatedParameter.TAU.applied(ALL, ALL.map().tau())).isEqualTo(ALL);
    assertThat(AblatedParameter.GUIDANCE_SCALE.applied(ALL, 3).map()).isEqualTo(ALL.map());
  }

  @Test
  void valuesAreTakenOnceAndInOrder() {
    assertThat(
            new Ablation(PerturbationMethod.CDM, AblatedParameter.TAU, List.of(0.5, 0.1, 0.5))
                .values())
        .containsExactly(0.1, 0.5);
  }

  @Test
  void whatCannotBeVariedIsRefused() {
    assertThatThrownBy(
            () ->
                new Ablation(PerturbationMethod.CDM, AblatedParameter.GUIDANCE_SCALE, List.of(1.0)))
        .isInstanceOf(UserError.class)
        .hasMessage("cdm has no guidance-scale to vary: take the method cg-cdm.");
    assertThatThrownBy(
            () -> new Ablation(ClassActivationKind.LAYERCAM, AblatedParameter.TAU, List.of(0.5)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("take the method cg-cdm or cdm");
    assertThatThrownBy(() -> AblatedParameter.ITERATIONS.applied(ALL, 2.5))
        .isInstanceOf(UserError.class)
        .hasMessage("One of the values of iterations is 2.5, but it takes whole numbers.");
    assertThatThrownBy(() -> AblatedParameter.TAU.applied(ALL, 1))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("map.tau is 1.0, but must be below 1");
  }
}
