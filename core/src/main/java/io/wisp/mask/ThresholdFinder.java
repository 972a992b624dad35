package io.wisp.mask;

import java.util.Arrays;
import java.util.List;

/** Finds the thresholds of a set of slices, by the {@link Threshold} of a recipe. */
final class ThresholdFinder {
  private final Threshold threshold;
  private final ComponentRule components;
  private final boolean presenceKnown;
  private final int[] shape;

  /**
   * @param presenceKnown whether every slice is known to hold the object
   * @param shape rows and columns of a slice
   */
  ThresholdFinder(MaskRecipe recipe, boolean presenceKnown, int[] shape) {
    this.threshold = recipe.threshold();
    this.components = recipe.components();
    this.presenceKnown = presenceKnown;
    this.shape = shape;
  }

  /**
   * @param maps scaled, and thresholded by stacks
   * @param images of the same slices
   * @param inside their foregrounds
   * @param stacks which of them share a threshold
   * @return one per slice; NaN where a stack has no foreground
   */
  double[] find(
      List<float[]> maps, List<float[]> images, List<boolean[]> inside, List<Stack> stacks) {
    double[] found = new double[maps.size()];
    for (Stack stack : stacks) {
      double shared = of(stack.join(maps), stack.join(images), stack.joinMasks(inside));
      for (int member : stack.members()) {
        found[member] = shared;
      }
    }
    if (!presenceKnown) {
      return found;
    }
    return switch (threshold.rule()) {
      case OTSU_AVERAGE -> averaged(found);
      case EDGE_CONTRAST_IN_VOLUME -> halfWay(found, maps, images, inside);
      default -> found;
    };
  }

  /** Of slices that share a threshold. */
  private double of(float[] map, float[] image, boolean[] inside) {
    if (!SliceMask.any(inside)) {
      return Double.NaN;
    }
    double given = threshold.value();
    return switch (threshold.rule()) {
      case OTSU_PER_IMAGE, OTSU_AVERAGE, OTSU_PER_VOLUME -> Otsu.threshold(map, inside);
      case ABOVE_MEDIAN_PER_VOLUME -> RobustSpread.of(map, inside).above(given);
      case EDGE_CONTRAST_IN_VOLUME -> alongAnEdge(map, image, inside);
      case EDGE_CONTRAST ->
          presenceKnown ? alongAnEdge(map, image, inside) : Otsu.threshold(map, inside);
      case FIXED -> presenceKnown ? given : MinMax.between(map, inside, given);
      case PROBABILITY -> given;
      case PROBABILITY_OF_PRESENT -> presenceKnown ? holding(map, inside, given) : given;
    };
  }

  /** A cut that leaves something of an object that is known to be there. */
  private static double holding(float[] map, boolean[] inside, double given) {
    double largest = 0;
    for (int i = 0; i < map.length; i++) {
      largest = inside[i] ? Math.max(largest, map[i]) : largest;
    }
    return largest > given ? given : largest / 2;
  }

  private double alongAnEdge(float[] map, float[] image, boolean[] inside) {
    return EdgeContrast.threshold(map, image, inside, shape, components);
  }

  /** The mean in place of each; NaN is ignored, and stays. */
  private static double[] averaged(double[] thresholds) {
    double mean =
        Arrays.stream(thresholds).filter(t -> !Double.isNaN(t)).average().orElse(Double.NaN);
    return Arrays.stream(thresholds).map(t -> Double.isNaN(t) ? t : mean).toArray();
  }

  /**
   * Between each volume's threshold and the slice's own; that of a slice without foreground stays.
   */
  private double[] halfWay(
      double[] shared, List<float[]> maps, List<float[]> images, List<boolean[]> inside) {
    double[] thresholds = shared.clone();
    for (int i = 0; i < thresholds.length; i++) {
      if (SliceMask.any(inside.get(i))) {
        double own = alongAnEdge(maps.get(i), images.get(i), inside.get(i));
        thresholds[i] = (shared[i] + own) / 2;
      }
    }
    return thresholds;
  }
}
