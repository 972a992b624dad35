package io.wisp.mask;

import java.util.Arrays;

/**
 * The threshold at which the outline lies along an edge: of the level sets of a map, that whose rim
 * differs most from what surrounds it, in the map and in the image. For a region Ω with an inner
 * band B⁺ (pixels of Ω near its outline) and an outer band B⁻ (pixels near it outside, but in the
 * foreground: elsewhere a scaled map is 0),
 *
 * <pre>E(Ω) = |mean I(B⁺) − mean I(B⁻)| · max(0, mean M(B⁺) − mean M(B⁻)) · √|Ω|</pre>
 *
 * is largest for the region wanted; √|Ω| keeps specks of high contrast from winning. E does not
 * depend on the units of I or M, nor on whether objects are bright or dark. Otsu's threshold looks
 * at the histogram alone, and cuts too low where an object is small.
 */
final class EdgeContrast {
  /** The candidates: these quantiles of the map inside the foreground. */
  private static final double LOWEST = 0.5;

  private static final double HIGHEST = 0.99;
  private static final int CANDIDATES = 33;

  /** The width of the bands, as a share of the rows: three pixels at 64. */
  private static final float BAND = 3f / 64;

  /** Smaller regions have no bands to speak of. */
  private static final int SMALLEST = 6;

  private final float[] map;
  private final float[] image;
  private final int[] shape;
  private final ComponentRule components;
  private final int band;

  private EdgeContrast(
      float[] map, float[] image, int[] shape, ComponentRule components, int band) {
    this.map = map;
    this.image = image;
    this.shape = shape;
    this.components = components;
    this.band = band;
  }

  /**
   * The threshold of one slice.
   *
   * @param map any scale
   * @param image of the same slice
   * @param inside the foreground; at least one pixel
   * @param shape rows and columns
   * @param components which parts of a level set count
   * @return in the map's units; Otsu's where no level set is large enough
   */
  static float threshold(
      float[] map, float[] image, boolean[] inside, int[] shape, ComponentRule components) {
    int band = Math.max(1, Math.round(BAND * shape[0]));
    return new EdgeContrast(map, image, shape, components, band).best(inside);
  }

  private float best(boolean[] inside) {
    float[] sorted = sorted(inside);
    float best = Float.NaN;
    double highest = 0;
    for (int i = 0; i < CANDIDATES; i++) {
      double quantile = LOWEST + i * (HIGHEST - LOWEST) / (CANDIDATES - 1);
      float candidate = sorted[(int) (quantile * (sorted.length - 1))];
      double contrast = contrast(region(candidate, inside), inside);
      if (contrast > highest) {
        highest = contrast;
        best = candidate;
      }
    }
    return Float.isNaN(best) ? Otsu.threshold(map, inside) : best;
  }

  private float[] sorted(boolean[] inside) {
    float[] values = new float[map.length];
    int count = 0;
    for (int i = 0; i < map.length; i++) {
      if (inside[i]) {
        values[count++] = map[i];
      }
    }
    float[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    return sorted;
  }

  private boolean[] region(float threshold, boolean[] inside) {
    boolean[] region = new boolean[map.length];
    for (int i = 0; i < region.length; i++) {
      region[i] = inside[i] && map[i] > threshold;
    }
    return components.apply(region, shape);
  }

  /** E(Ω). */
  private double contrast(boolean[] region, boolean[] inside) {
    boolean[] core = Morphology.erode(region, shape, band);
    boolean[] around = Morphology.dilate(region, shape, band);
    double[] inner = new double[3];
    double[] outer = new double[3];
    int size = 0;
    for (int i = 0; i < region.length; i++) {
      if (region[i]) {
        size++;
      }
      if (around[i] && !core[i] && inside[i]) {
        double[] sums = region[i] ? inner : outer;
        sums[0] += image[i];
        sums[1] += map[i];
        sums[2]++;
      }
    }
    if (size < SMALLEST || outer[2] == 0) {
      return 0;
    }
    double ofImage = Math.abs(inner[0] / inner[2] - outer[0] / outer[2]);
    double ofMap = Math.max(0, inner[1] / inner[2] - outer[1] / outer[2]);
    return ofImage * ofMap * Math.sqrt(size);
  }
}
