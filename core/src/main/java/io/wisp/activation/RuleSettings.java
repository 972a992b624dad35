package io.wisp.activation;

import com.fasterxml.jackson.annotation.JsonValue;
import io.wisp.BadSetting;
import io.wisp.mask.Connectivity;
import io.wisp.mask.Foreground;
import io.wisp.mask.Morphology;
import java.util.Locale;

/**
 * How methods that learn nothing mark an object.
 *
 * @param side which pixels may be the object: brighter than the tissue, darker, or either
 * @param factor robust standard deviations from the median to the cut, above 0
 * @param level images above this level are foreground, in [-1, 1)
 * @param rim part of the image's width by which the foreground is eroded, in [0, 0.5)
 * @param circle part of the foreground that a circle, or the mean place, covers, in (0, 1]
 */
public record RuleSettings(Side side, double factor, double level, double rim, double circle)
    implements MethodSettings {
  /** Of all rules. */
  public static final MethodSection<RuleSettings> SECTION =
      new MethodSection<>("rule", RuleSettings.class, usual());

  /** Which pixels may be the object. */
  public enum Side {
    BRIGHT,
    DARK,
    EITHER;

    /** How far a value lies on this side of a centre. */
    double excess(double value, double centre) {
      return switch (this) {
        case BRIGHT -> value - centre;
        case DARK -> centre - value;
        case EITHER -> Math.abs(value - centre);
      };
    }

    /**
     * An image whose object is bright: as it is, as a negative, or as distances from the tissue.
     *
     * @param image in [-1, 1]
     * @param tissue a usual value
     * @return -1 or more
     */
    float[] brightened(float[] image, double tissue) {
      float[] bright = new float[image.length];
      for (int i = 0; i < bright.length; i++) {
        bright[i] =
            switch (this) {
              case BRIGHT -> image[i];
              case DARK -> -image[i];
              case EITHER -> (float) (Math.abs(image[i] - tissue) - 1);
            };
      }
      return bright;
    }

    /** The word in files. */
    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public RuleSettings {
    BadSetting.unless(side != null, "rule.side", side, "bright, dark or either");
    BadSetting.unless(factor > 0 && factor <= 100, "rule.factor", factor, "above 0, up to 100");
    BadSetting.unless(level >= -1 && level < 1, "rule.level", level, "in [-1, 1)");
    BadSetting.unless(rim >= 0 && rim < 0.5, "rule.rim", rim, "in [0, 0.5)");
    BadSetting.unless(circle > 0 && circle <= 1, "rule.circle", circle, "in (0, 1]");
  }

  /** Bright lesions in tissue. */
  public static RuleSettings usual() {
    return new RuleSettings(Side.BRIGHT, 1.5, Foreground.ABOVE_AIR, 1.0 / 16, 0.1);
  }

  /**
   * Where an object may lie.
   *
   * @param side rows and columns of the image
   */
  boolean[] foreground(float[] image, int side) {
    boolean[] body = Foreground.aboveLevel(level, 0).find(image, side, side);
    int times = (int) Math.round(rim * side);
    return Morphology.erode(body, new int[] {side, side}, times, Connectivity.CORNERS);
  }
}
