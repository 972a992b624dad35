package io.wisp.confidence;

import io.wisp.confidence.MaskedMap.Moments;
import io.wisp.confidence.MaskedMap.Part;
import io.wisp.mask.SliceMask;
import io.wisp.mask.Threshold;
import org.apache.commons.math3.special.Erf;

/**
 * How likely a mask is right at each pixel, from the map m and its threshold t. With p the
 * probability of the object,
 *
 * <pre>c = p inside the mask, 1 − p outside</pre>
 *
 * so that c is above 0.5 where the threshold decided, and below where a later step overruled it, as
 * where a component was dropped. For a network that gives probabilities, p = m. For any other map,
 *
 * <pre>p = Φ((m − t) / s)</pre>
 *
 * with Φ the normal distribution and s the standard deviation of the map outside the mask, in the
 * foreground: the map's variation where there is nothing. This does not depend on the map's scale.
 * Outside the foreground, where no mask can be, c = 1.
 */
public final class PixelConfidence {
  private static final double UNDECIDED = 0.5;

  private PixelConfidence() {}

  /**
   * One per pixel.
   *
   * @param rule the threshold rule; says whether the map is a probability
   */
  public static float[] of(SliceMask found, Threshold.Rule rule) {
    Moments outside = MaskedMap.of(found).moments(Part.OUTSIDE_MASK);
    float[] confidence = new float[found.map().length];
    for (int i = 0; i < confidence.length; i++) {
      confidence[i] = found.foreground()[i] ? at(found, i, rule, outside) : 1;
    }
    return confidence;
  }

  private static float at(SliceMask found, int pixel, Threshold.Rule rule, Moments outside) {
    float map = found.map()[pixel];
    double object =
        rule.ofProbability()
            ? Math.max(0, Math.min(1, map))
            : probability(map - found.threshold(), outside);
    return (float) (found.mask()[pixel] ? object : 1 - object);
  }

  /** Undefined if the mask covers the whole foreground. */
  private static double probability(double above, Moments outside) {
    if (outside.count() == 0 || above == 0 || Double.isNaN(above)) {
      return UNDECIDED;
    }
    return Erf.erfc(-above / (outside.deviation() * Math.sqrt(2))) / 2;
  }
}
