package io.wisp.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wisp.mask.MaskUnit;
import io.wisp.mask.SliceMask;
import io.wisp.mask.Threshold.Rule;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MaskConfidenceTest {
  private static final boolean[] ALL = {true, true, true, true};

  @Test
  void itIsTheMeanOfCertaintyEffectAndNeighbours() {
    assertThat(confidence(0.5, 3, 0.9).value()).isEqualTo((0.5 + 0.5 + 0.9) / 3, within(1e-12));
  }

  @Test
  void whereNoNeighbourHasAMaskTheOthersSpeak() {
    assertThat(confidence(0.6, 9, Double.NaN).value()).isEqualTo((0.6 + 0.75) / 2, within(1e-12));
  }

  @Test
  void anEmptyMaskHasNone() {
    List<MaskConfidence> one = of(new SliceMask(new boolean[4], new float[4], 0, ALL));
    assertThat(one.get(0).value()).isZero();
  }

  @Test
  void aSliceAloneHasANumber() {
    SliceMask found =
        new SliceMask(
            new boolean[] {true, false, false, false}, new float[] {1, 0, 0.1f, 0}, 0.5, ALL);
    assertThat(of(found).get(0).value()).isBetween(0.7, 1.0);
  }

  @Property(tries = 50)
  void itLiesBetweenZeroAndOne(@ForAll long seed) {
    Random random = new Random(seed);
    float[] map = new float[64];
    boolean[] mask = new boolean[64];
    boolean[] foreground = new boolean[64];
    for (int i = 0; i < 64; i++) {
      map[i] = random.nextFloat();
      mask[i] = random.nextInt(4) == 0;
      foreground[i] = random.nextInt(4) > 0;
    }
    assertThat(of(new SliceMask(mask, map, 0.7, foreground)).get(0).value()).isBetween(0.0, 1.0);
  }

  @Test
  void aScanHasTheMeanOfItsSlicesAndNamesTheWeakest() {
    List<MaskConfidence> slices =
        List.of(confidence(1, 3, 1), confidence(0, 0, 0), confidence(0.5, 3, 0.5));
    ScanConfidence scan = ScanConfidence.of(List.of(7, 8, 9), slices, MaskUnit.SLICE);
    assertThat(scan.outlined()).isEqualTo(3);
    assertThat(scan.value()).isEqualTo((2.5 / 3 + 0 + 0.5) / 3, within(1e-12));
    assertThat(scan.leastConfident()).isEqualTo(8);
  }

  @Test
  void emptyMasksCountOnlyWhereTheObjectIsKnownToBe() {
    MaskConfidence empty = new MaskConfidence(new float[0], 0, 0, Double.NaN, true);
    List<MaskConfidence> slices = List.of(confidence(0.5, 3, 0.5), empty);
    assertThat(ScanConfidence.of(List.of(4, 5), slices, MaskUnit.SLICE))
        .isEqualTo(new ScanConfidence(1, 0.25, 5));
    assertThat(ScanConfidence.of(List.of(4, 5), slices, MaskUnit.VOLUME))
        .isEqualTo(new ScanConfidence(1, 0.5, 4));
    assertThat(ScanConfidence.of(List.of(5), List.of(empty), MaskUnit.VOLUME))
        .isEqualTo(new ScanConfidence(0, 0, -1));
  }

  private static MaskConfidence confidence(double certainty, double effect, double neighbours) {
    return new MaskConfidence(new float[0], certainty, effect, neighbours, false);
  }

  private static List<MaskConfidence> of(SliceMask found) {
    return MaskConfidence.of(List.of(new SlicePlace("a", 0)), List.of(found), Rule.OTSU_PER_IMAGE);
  }
}
