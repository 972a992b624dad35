package io.wisp.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private static final double[] MM = {1, 1};
  private static final Score MISSED = score("#...", "....").get(0);

  private static List<Score> score(String truth, String... predictions) {
    return Arrays.stream(predictions)
        .map(p -> Score.of(mask(p), mask(truth), new int[] {1, 4}, MM))
        .toList();
  }

  private static boolean[] mask(String text) {
    boolean[] mask = new boolean[text.length()];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = text.charAt(i) == '#';
    }
    return mask;
  }

  @Test
  void givesMeanSampleDeviationAndMedian() {
    Summary summary = Summary.of(score("#...", "#...", ".#..", "..#."));
    assertThat(summary.n()).isEqualTo(3);
    assertThat(summary.dice().mean()).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(summary.dice().std()).isCloseTo(Math.sqrt(1.0 / 3), within(1e-12));
    assertThat(summary.hd95().mean()).isEqualTo(1);
    assertThat(summary.hd95().median()).isEqualTo(1);
    assertThat(summary.hd95().max()).isEqualTo(2);
  }

  @Test
  void aMissedObjectIsCountedBesideTheMeanDistance() {
    Summary summary = Summary.of(score("#...", "..#.", "...."));
    assertThat(summary.hd95().mean()).isEqualTo(2);
    assertThat(summary.hd95().n()).isEqualTo(1);
    assertThat(summary.hd95().undefined()).isEqualTo(1);
    assertThat(summary.dice().n()).isEqualTo(2);
  }

  @Test
  void thePublishedConventionFlatters() {
    Summary summary = Summary.of(score("#...", "..#.", "...."), EmptyConvention.COUNTED_AS_ZERO);
    assertThat(summary.hd95().mean()).isEqualTo(1);
    assertThat(summary.hd95().n()).isEqualTo(2);
    assertThat(summary.hd95().undefined()).isEqualTo(1);
  }

  @Test
  void oneValueHasNoDeviationAndNoneHasNoMean() {
    assertThat(Summary.of(score("#...", "#...")).dice().std()).isNaN();
    Summary nothing = Summary.of(List.of());
    assertThat(nothing.n()).isZero();
    assertThat(nothing.dice().mean()).isNaN();
  }

  @Test
  void millimetresAndPixelsHaveNoCommonMean() {
    Score pixels = Score.of(mask("#"), mask("#"), new int[] {1, 1}, new double[] {0, 0});
    assertThatThrownBy(() -> Summary.of(List.of(MISSED, pixels)))
        .hasMessageContaining("some in pixels");
  }
}
