package io.wisp.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wisp.mask.SliceMask;
import io.wisp.mask.Threshold.Rule;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class PixelConfidenceTest {
  /** Outside the mask 1 and 3: a standard deviation of 1. The last pixel is no foreground. */
  private static final SliceMask FOUND =
      new SliceMask(
          new boolean[] {true, true, false, false, false},
          new float[] {5, 4, 1, 3, 100},
          4,
          new boolean[] {true, true, true, true, false});

  /** scipy.stats.norm.cdf of 1, 0, 3 and 1. */
  @Test
  void aMapIsAsSureAsItsDistanceFromTheThresholdInDeviationsOfTheOutside() {
    assertThat(PixelConfidence.of(FOUND, Rule.OTSU_PER_IMAGE))
        .containsExactly(new float[] {0.8413447f, 0.5f, 0.9986501f, 0.8413447f, 1}, within(1e-6f));
  }

  @Test
  void whereAComponentWasDroppedTheDecisionIsDoubted() {
    SliceMask dropped =
        new SliceMask(
            new boolean[] {true, false, false, false},
            new float[] {9, 9, 0, 0},
            5,
            new boolean[] {true, true, true, true});
    float[] confidence = PixelConfidence.of(dropped, Rule.OTSU_PER_IMAGE);
    assertThat(confidence[0]).isGreaterThan(0.5f);
    assertThat(confidence[1]).isLessThan(0.5f).isCloseTo(1 - confidence[0], within(1e-6f));
  }

  @Test
  void aProbabilityIsTakenAsItIs() {
    SliceMask found =
        new SliceMask(
            new boolean[] {true, true, false},
            new float[] {0.9f, 0.4f, 0.25f},
            0.3,
            new boolean[] {true, true, true});
    assertThat(PixelConfidence.of(found, Rule.PROBABILITY))
        .containsExactly(new float[] {0.9f, 0.4f, 0.75f}, within(1e-6f));
  }

  @Test
  void aCleanMapIsCertainExceptAtTheThreshold() {
    SliceMask clean =
        new SliceMask(
            new boolean[] {true, false, false},
            new float[] {1, 0, 0},
            0.5,
            new boolean[] {true, true, true});
    assertThat(PixelConfidence.of(clean, Rule.FIXED)).containsExactly(1, 1, 1);
  }

  @Test
  void aConstantMapAndOneWithoutOutsideSayNothing() {
    boolean[] all = {true, true};
    SliceMask constant = new SliceMask(new boolean[2], new float[] {0, 0}, 0, all);
    SliceMask full = new SliceMask(all, new float[] {1, 2}, 0, all);
    assertThat(PixelConfidence.of(constant, Rule.OTSU_PER_IMAGE)).containsExactly(0.5f, 0.5f);
    assertThat(PixelConfidence.of(full, Rule.OTSU_PER_IMAGE)).containsExactly(0.5f, 0.5f);
  }

  @Property(tries = 50)
  void theScaleOfAMapDoesNotMatter(
      @ForAll long seed,
      @ForAll @DoubleRange(min = 0.01, max = 100) double factor,
      @ForAll @DoubleRange(min = -10, max = 10) double offset) {
    Random random = new Random(seed);
    int n = 40;
    float[] map = new float[n];
    float[] scaled = new float[n];
    boolean[] mask = new boolean[n];
    boolean[] foreground = new boolean[n];
    for (int i = 0; i < n; i++) {
      map[i] = (float) random.nextGaussian();
      scaled[i] = (float) (factor * (map[i] + offset));
      foreground[i] = random.nextInt(5) > 0;
      mask[i] = foreground[i] && map[i] > 0.5;
    }
    assertThat(
            PixelConfidence.of(
                new SliceMask(mask, scaled, factor * (0.5 + offset), foreground),
                Rule.EDGE_CONTRAST))
        .containsExactly(
            PixelConfidence.of(new SliceMask(mask, map, 0.5, foreground), Rule.EDGE_CONTRAST),
            within(1e-3f));
  }
}
