package io.wisp.reproduction;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.training.RunSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a student was made from, as a folder tells of it. */
class StudentOriginTest {
  private static final RunSettings SETTINGS = RunSettings.preset("demo");
  private static final StudentOrigin ORIGIN = StudentOrigin.of(100, SETTINGS);

  @Test
  void itIsToldByItsTextAndByThatOfAnEarlierVersion() {
    assertThat(ORIGIN.isToldBy(ORIGIN.text())).isTrue();
    assertThat(ORIGIN.isToldBy(ORIGIN.text().replace("share_kept", "confidence"))).isTrue();
  }

  @Test
  void anotherOriginIsNot() {
    RunSettings other = SETTINGS.with(List.of("student.share_kept=0.5"));
    assertThat(ORIGIN.isToldBy(StudentOrigin.of(100, other).text())).isFalse();
    assertThat(ORIGIN.isToldBy(StudentOrigin.of(200, SETTINGS).text())).isFalse();
  }
}
