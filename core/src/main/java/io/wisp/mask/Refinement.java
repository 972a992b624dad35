package io.wisp.mask;

import io.wisp.BadSetting;

/**
 * What snaps the edges of a map to those of its image, before thresholding.
 *
 * @param rule what is done
 * @param radius of the filter's windows in pixels: they are 2 · radius + 1 wide; 1 or more
 * @param epsilon image variance (range [-1, 1]) below which a window counts as flat and the map is
 *     smoothed; above 0
 */
public record Refinement(Rule rule, int radius, double epsilon) {
  private static final int RADIUS = 2;
  private static final double EPSILON = 0.01;

  /** What is done. */
  public enum Rule {
    /** Nothing. */
    NONE,
    /** The map is filtered with the image as guide, see {@link GuidedFilter}. */
    GUIDED_FILTER
  }

  public Refinement {
    if (rule == null) {
      throw new BadSetting(
          "refinement.rule", null, "the refinement has no rule: use NONE or GUIDED_FILTER");
    }
    if (radius < 1 || radius > 100) {
      throw new BadSetting(
          "refinement.radius",
          radius,
          "the refinement's radius is %s pixels: use 1 to 100".formatted(radius));
    }
    if (!(epsilon > 0 && epsilon <= 4)) {
      throw new BadSetting(
          "refinement.epsilon",
          epsilon,
          "the refinement's epsilon is %s: use a variance above 0, such as 0.01, up to 4"
              .formatted(epsilon));
    }
  }

  public static Refinement none() {
    return new Refinement(Rule.NONE, RADIUS, EPSILON);
  }

  public static Refinement guidedFilter(int radius, double epsilon) {
    return new Refinement(Rule.GUIDED_FILTER, radius, epsilon);
  }

  /**
   * The map, refined inside the foreground.
   *
   * @param image in [-1, 1]
   */
  float[] apply(float[] map, float[] image, boolean[] inside, int rows, int columns) {
    return switch (rule) {
      case NONE -> map;
      case GUIDED_FILTER ->
          new GuidedFilter(inside, rows, columns, radius).filter(map, image, epsilon);
    };
  }
}
