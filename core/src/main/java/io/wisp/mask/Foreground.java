package io.wisp.mask;

import io.wisp.BadSetting;
import java.util.Arrays;

/**
 * Where in a slice an object can be, found in the image itself: the bright part, its holes filled,
 * of that the largest component, eroded. (Filling before choosing keeps a head whose bright skull
 * encloses a darker brain.)
 *
 * @param rule what counts as bright
 * @param level the level of {@link Rule#ABOVE_LEVEL}, in [-1, 1); ignored by the others
 * @param erosion pixels to remove from the rim, 0 or more; the whole slice is not eroded
 */
public record Foreground(Rule rule, double level, int erosion) {
  /** A little above air, which lies at or just above -1 in a scan scaled to [-1, 1]. */
  public static final double ABOVE_AIR = -0.8;

  /** What counts as bright. */
  public enum Rule {
    /** The whole slice is foreground. */
    EVERYWHERE,
    /** What is brighter than a level. */
    ABOVE_LEVEL,
    /**
     * What is brighter than Otsu's threshold of the image. Good for two uniform classes; if a
     * lesion is brighter than the tissue, it may find the lesion alone, or miss a dim one.
     */
    ABOVE_OTSU
  }

  public Foreground {
    if (rule == null) {
      throw new BadSetting(
          "mask.foreground.rule",
          null,
          "the foreground has no rule: use EVERYWHERE, ABOVE_LEVEL or ABOVE_OTSU");
    }
    if (!(level >= -1 && level < 1)) {
      throw new BadSetting(
          "mask.foreground.level",
          level,
          "the foreground's level is %s, but images lie in [-1, 1]: try %s"
              .formatted(level, ABOVE_AIR));
    }
    if (erosion < 0) {
      throw new BadSetting(
          "mask.foreground.erosion",
          erosion,
          "the foreground's erosion is %s pixels: use 0 or more".formatted(erosion));
    }
  }

  public static Foreground everywhere() {
    return new Foreground(Rule.EVERYWHERE, ABOVE_AIR, 0);
  }

  public static Foreground aboveLevel(double level, int erosion) {
    return new Foreground(Rule.ABOVE_LEVEL, level, erosion);
  }

  public static Foreground aboveOtsu(int erosion) {
    return new Foreground(Rule.ABOVE_OTSU, ABOVE_AIR, erosion);
  }

  /**
   * Finds the foreground of a slice.
   *
   * @param image in [-1, 1], row-major; ignored by {@link Rule#EVERYWHERE}
   * @return its mask, all false if the image has none
   */
  public boolean[] find(float[] image, int rows, int columns) {
    return switch (rule) {
      case EVERYWHERE -> everything(rows * columns);
      case ABOVE_LEVEL -> body(image, level, rows, columns);
      case ABOVE_OTSU -> body(image, Otsu.threshold(image), rows, columns);
    };
  }

  private static boolean[] everything(int size) {
    boolean[] mask = new boolean[size];
    Arrays.fill(mask, true);
    return mask;
  }

  private boolean[] body(float[] image, double above, int rows, int columns) {
    boolean[] bright = new boolean[image.length];
    for (int i = 0; i < image.length; i++) {
      bright[i] = image[i] > above;
    }
    int[] shape = {rows, columns};
    boolean[] filled = Morphology.fillHoles(bright, shape);
    boolean[] body = Components.of(filled, shape, Connectivity.FACES).largest();
    return Morphology.erode(body, shape, erosion);
  }
}
