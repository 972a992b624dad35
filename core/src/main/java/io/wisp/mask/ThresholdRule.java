package io.wisp.mask;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.wisp.UserError;
import java.util.Arrays;

/**
 * Where the maps, scaled to [0, 1], are cut. In JSON: {@code {"rule": "otsu-average"}}, {@code
 * {"rule": "fixed", "value": 0.5}}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "rule")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ThresholdRule.OtsuPerImage.class, name = "otsu-per-image"),
  @JsonSubTypes.Type(value = ThresholdRule.OtsuAverage.class, name = "otsu-average"),
  @JsonSubTypes.Type(value = ThresholdRule.Fixed.class, name = "fixed")
})
public sealed interface ThresholdRule {
  /**
   * One threshold for each map of a set.
   *
   * @param otsu Otsu's threshold of each map, NaN where nothing lies inside the foreground
   */
  double[] thresholds(double[] otsu);

  /** Every map by its own Otsu threshold (the published code). */
  record OtsuPerImage() implements ThresholdRule {
    @Override
    public double[] thresholds(double[] otsu) {
      return otsu.clone();
    }
  }

  /** All maps by the mean of their Otsu thresholds (the paper's "average Otsu"). */
  record OtsuAverage() implements ThresholdRule {
    @Override
    public double[] thresholds(double[] otsu) {
      double mean = Arrays.stream(otsu).filter(t -> !Double.isNaN(t)).average().orElse(Double.NaN);
      return filled(otsu.length, mean);
    }
  }

  /**
   * All maps by the same number.
   *
   * @param value in [0, 1)
   */
  record Fixed(double value) implements ThresholdRule {
    public Fixed {
      if (!(value >= 0 && value < 1)) {
        throw new UserError(
            "the fixed mask threshold is "
                + value
                + ", but maps are scaled to [0, 1]: choose a value from 0 up to, not including, 1");
      }
    }

    @Override
    public double[] thresholds(double[] otsu) {
      return filled(otsu.length, value);
    }
  }

  private static double[] filled(int length, double value) {
    double[] thresholds = new double[length];
    Arrays.fill(thresholds, value);
    return thresholds;
  }
}
