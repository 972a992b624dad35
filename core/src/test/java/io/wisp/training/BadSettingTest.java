package io.wisp.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.wisp.BadSetting;
import io.wisp.Remedy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program learns which setting is wrong without reading a sentence. */
class BadSettingTest {
  @ParameterizedTest
  @CsvSource({
    "train.steps, 0",
    "classifier.train.steps, 0",
    "train.focus.share, 2.0",
    "map.tau, 1.0",
    "network.num_classes, 1",
    "fsl.threshold, 1.0",
    "mask.refinement.radius, 0",
    "fsl.refinement.radius, 0",
    "student.refinement.radius, 0",
    "train.stepz, 5"
  })
  void itHasNameAndValue(String name, String value) {
    BadSetting error = refused(name + "=" + value);
    assertThat(error.name()).isEqualTo(name);
    assertThat(error.value()).isEqualTo(value);
    assertThat(error.getMessage()).contains(name.substring(name.lastIndexOf('.') + 1));
  }

  @Test
  void whatMendsItIsKept() {
    assertThat(refused("map.guidance=2", "train.label_dropout=0").remedies())
        .containsExactly(Remedy.SETTING);
  }

  private static BadSetting refused(String... assignments) {
    return catchThrowableOfType(
        BadSetting.class, () -> RunSettings.of("demo", null, List.of(assignments)));
  }
}
