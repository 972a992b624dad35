package io.wisp.mask;

import java.util.ArrayList;
import java.util.List;

/**
 * Masks of all slices of one volume together, for when it is not known which slices hold the
 * object: maps stay on a common scale, one Otsu threshold is taken over the foreground of all
 * slices, and components are three-dimensional. So a slice without the object may stay empty.
 */
public final class VolumeMaskMaker {
  private final MaskRecipe recipe;
  private final int rows;
  private final int columns;

  public VolumeMaskMaker(MaskRecipe recipe, int rows, int columns) {
    this.recipe = recipe;
    this.rows = rows;
    this.columns = columns;
  }

  /**
   * What came of a volume.
   *
   * @param masks one a slice
   * @param maps signed and smoothed, one a slice
   * @param threshold on the maps' own scale; NaN where nothing is foreground
   */
  public record VolumeMask(List<boolean[]> masks, List<float[]> maps, double threshold) {}

  /**
   * The masks of neighbouring slices.
   *
   * @param maps activation maps, one a slice, in order
   * @param images of the same slices, in [-1, 1]
   */
  public VolumeMask make(List<float[]> maps, List<float[]> images) {
    int area = rows * columns;
    float[] all = new float[maps.size() * area];
    boolean[] inside = new boolean[all.length];
    List<float[]> smoothed = new ArrayList<>();
    boolean any = false;
    for (int k = 0; k < maps.size(); k++) {
      float[] signed = recipe.sign().apply(maps.get(k));
      float[] smooth = GaussianFilter.smooth(signed, rows, columns, recipe.smoothing());
      boolean[] body = recipe.foreground().find(images.get(k), rows, columns);
      System.arraycopy(smooth, 0, all, k * area, area);
      System.arraycopy(body, 0, inside, k * area, area);
      smoothed.add(smooth);
      for (boolean pixel : body) {
        any |= pixel;
      }
    }
    double threshold = any ? threshold(all, inside) : Double.NaN;
    return new VolumeMask(split(cut(all, inside, threshold), maps.size()), smoothed, threshold);
  }

  private double threshold(float[] all, boolean[] inside) {
    if (recipe.threshold().rule() == Threshold.Rule.PROBABILITY) {
      return recipe.threshold().value();
    }
    if (recipe.threshold().rule() == Threshold.Rule.FIXED) {
      float low = Float.POSITIVE_INFINITY;
      float high = Float.NEGATIVE_INFINITY;
      for (int i = 0; i < all.length; i++) {
        if (inside[i]) {
          low = Math.min(low, all[i]);
          high = Math.max(high, all[i]);
        }
      }
      return low + recipe.threshold().value() * (high - low);
    }
    return Otsu.threshold(all, inside);
  }

  private boolean[] cut(float[] all, boolean[] inside, double threshold) {
    boolean[] mask = new boolean[all.length];
    for (int i = 0; i < all.length; i++) {
      mask[i] = inside[i] && all[i] > threshold;
    }
    int[] shape = {all.length / (rows * columns), rows, columns};
    if (recipe.minimumSize() > 1) {
      mask = Components.of(mask, shape, Connectivity.CORNERS).atLeast(recipe.minimumSize());
    }
    return recipe.holes().apply(recipe.components().apply(mask, shape), shape);
  }

  private List<boolean[]> split(boolean[] mask, int slices) {
    int area = rows * columns;
    List<boolean[]> parts = new ArrayList<>();
    for (int k = 0; k < slices; k++) {
      parts.add(java.util.Arrays.copyOfRange(mask, k * area, (k + 1) * area));
    }
    return parts;
  }
}
