package io.wisp.confidence;

import io.wisp.confidence.MaskedMap.Moments;
import io.wisp.confidence.MaskedMap.Part;
import io.wisp.mask.SliceMask;
import io.wisp.mask.Threshold;
import org.apache.commons.math3.special.Erf;

/**
 * How likely the decision of a mask is right at each pixel, from the map m and the threshold t that
 * cut it. With p the probability of the object,
 *
 * <pre>c = p inside the mask, 1 − p outside</pre>
 *
 * so that c lies above one half where the threshold decided, and below it where a later step
 * overruled the threshold, as where a component was dropped. Of a network that gives probabilities,
 * p = m. Of any other map,
 *
 * <pre>p = Φ((m − t) / s)</pre>
 *
 * with Φ the normal distribution and s the standard deviation of the map outside the mask, in the
 * foreground: what the map varies by where there is nothing. This does not depend on the map's
 * scale. Outside the foreground, where no mask may lie, c = 1.
 */
public final class PixelConfidence {
  private static final double UNDECIDED = 0.5;

  private PixelConfidence() {}

  /**
   * One a pixel.
   *
   * @param rule how the mask was cut; says whether the map is a probability
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
        rule == Threshold.Rule.PROBABILITY
            ? Math.max(0, Math.min(1, map))
            : probability(map - found.threshold(), outside);
    return (float) (found.mask()[pixel] ? object : 1 - object);
  }

  /** Nothing is known where all of the foreground is in the mask. */
  private static double probability(double above, Moments outside) {
    if (outside.count() == 0 || above == 0 || Double.isNaN(above)) {
      return UNDECIDED;
    }
    return Erf.erfc(-above / (outside.deviation() * Math.sqrt(2))) / 2;
  }
}
