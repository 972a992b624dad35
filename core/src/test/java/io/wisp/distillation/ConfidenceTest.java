package io.wisp.distillation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wisp.slices.SliceRecord;
import io.wisp.slices.Split;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfidenceTest {
  private static final double NOTHING = Double.NaN;

  @Test
  void aCriterionCountsByItsRankWhateverItsScale() {
    assertThat(new Criterion("any", new double[] {-1e9, 3, 2, 1e9}).ranks())
        .containsExactly(0, 2 / 3.0, 1 / 3.0, 1);
  }

  @Test
  void equalValuesStandInTheirMiddle() {
    assertThat(new Criterion("any", new double[] {5, 1, 5, 5, 9}).ranks())
        .containsExactly(0.5, 0, 0.5, 0.5, 1);
  }

  @Test
  void whatSaysNothingStandsInTheMiddleAndIsNotCounted() {
    assertThat(new Criterion("any", new double[] {NOTHING, 4, 8, NOTHING}).ranks())
        .containsExactly(0.5, 0, 1, 0.5);
    assertThat(new Criterion("any", new double[] {NOTHING, 4}).ranks()).containsExactly(0.5, 0.5);
  }

  @Test
  void theConfidenceIsTheMeanRank() {
    List<Criterion> criteria =
        List.of(
            new Criterion("one", new double[] {1, 2, 3}),
            new Criterion("other", new double[] {30, 20, NOTHING}));
    assertThat(Confidence.of(criteria)).containsExactly(0.5, 0.25, 0.75);
  }

  @Test
  void theMostConfidentAreKeptAndNeverThoseWithoutAMask() {
    double[] confidence = {0.9, 0.1, 0.5, 0.5, 0.2};
    boolean[] usable = {false, true, true, true, true};
    assertThat(Confidence.kept(confidence, usable, 0.5))
        .containsExactly(false, false, true, true, false);
    assertThat(Confidence.kept(confidence, usable, 0.3))
        .as("rounded up, the first of equal ones")
        .containsExactly(false, false, true, true, false);
    assertThat(Confidence.kept(confidence, usable, 0.25))
        .containsExactly(false, false, true, false, false);
    assertThat(Confidence.kept(confidence, usable, 1))
        .containsExactly(false, true, true, true, true);
  }

  /** Inside 10 and 12; outside 1 and 3 within the foreground, with a standard deviation of 1. */
  @Test
  void theContrastIsInStandardDeviationsOfTheForegroundAroundTheMask() {
    float[] map = {10, 12, 1, 3, 100};
    boolean[] mask = {true, true, false, false, false};
    boolean[] foreground = {true, true, true, true, false};
    assertThat(Confidence.contrast(map, mask, foreground)).isEqualTo(9, within(1e-9));
  }

  @Test
  void withoutAMaskOrAnythingAroundItThereIsNoContrast() {
    float[] map = {1, 2};
    boolean[] all = {true, true};
    boolean[] none = {false, false};
    assertThat(Confidence.contrast(map, none, all)).isZero();
    assertThat(Confidence.contrast(map, all, all)).isZero();
  }

  @Test
  void aStudentIsCertainWhereItsProbabilitiesAreFarFromOneHalf() {
    float[] p = {1, 0.75f, 0.5f, 0};
    boolean[] mask = {true, true, false, false};
    assertThat(Confidence.certainty(p, mask)).isEqualTo(0.75, within(1e-6));
    assertThat(Confidence.certainty(p, new boolean[4])).isZero();
  }

  @Test
  void slicesAreComparedWithThoseRightBesideThemInTheSameCase() {
    List<SliceRecord> slices =
        List.of(slice("a", 3), slice("a", 4), slice("a", 6), slice("b", 7), slice("b", 8));
    List<boolean[]> masks =
        List.of(mask("110"), mask("011"), mask("011"), mask("111"), mask("000"));
    assertThat(Confidence.neighbours(slices, masks))
        .as("Dice; alone; alone; the neighbour has none; nothing against three pixels")
        .containsExactly(0.5, 0.5, NOTHING, NOTHING, 0);
  }

  @Test
  void twoNeighboursAreAveraged() {
    List<SliceRecord> slices = List.of(slice("a", 1), slice("a", 2), slice("a", 3));
    List<boolean[]> masks = List.of(mask("110"), mask("110"), mask("011"));
    assertThat(Confidence.neighbours(slices, masks)).containsExactly(1, 0.75, 0.5);
  }

  private static SliceRecord slice(String id, int place) {
    return new SliceRecord(place, id, place, 1, Split.TRAIN, 1, 1, NOTHING);
  }

  private static boolean[] mask(String pixels) {
    boolean[] mask = new boolean[pixels.length()];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = pixels.charAt(i) == '1';
    }
    return mask;
  }
}
