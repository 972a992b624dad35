package io.wisp.mask;

import java.util.Arrays;

/**
 * The threshold at which the outline lies along an edge: of the level sets of a map, the one whose
 * rim differs most from its surroundings, in the map and in the image. For a region Ω with an inner
 * band B⁺ (pixels of Ω near its outline) and an outer band B⁻ (pixels near it outside, but in the
 * foreground: elsewhere a scaled map is 0),
 *
 * <pre>E(Ω) = |mean I(B⁺) − mean I(B⁻)| · max(0, mean M(B⁺) − mean M(B⁻)) · √|Ω|</pre>
 *
 * is largest for the region wanted; √|Ω| penalises specks of high contrast. E does not depend on
 * the units of I or M, nor on whether objects are bright or dark. Otsu's threshold uses the
 * histogram alone, and is too low for small objects.
 *
 * <p>Of several slices that share a threshold, Ω and its bands are those of all slices together;
 * each slice has its own components and rim.
 */
final class EdgeContrast {
  /** The candidates: these quantiles of the map inside the foreground. */
  private static final double LOWEST = 0.5;

  private static final double HIGHEST = 0.99;
  private static final int CANDIDATES = 33;

  /** The width of the bands, as a share of the rows: three pixels at 64. */
  private static final float BAND = 3f / 64;

  /** Smaller regions have no meaningful bands. */
  private static final int SMALLEST = 6;

  private final float[] map;
  private final float[] image;
  private final boolean[] inside;
  private final int[] shape;
  private final ComponentRule components;
  private final int band;

  private EdgeContrast(
      float[] map, float[] image, boolean[] inside, int[] shape, ComponentRule components) {
    this.map = map;
    this.image = image;
    this.inside = inside;
    this.shape = shape;
    this.components = components;
    this.band = Math.max(1, Math.round(BAND * shape[0]));
  }

  /**
   * The threshold of one slice, or of several, concatenated.
   *
   * @param map any scale, the same for all slices
   * @param image of the same slices
   * @param inside the foreground; at least one pixel
   * @param shape rows and columns of a slice
   * @param components which parts of a level set count
   * @return in the map's units; Otsu's where no level set is large enough
   */
  static float threshold(
      float[] map, float[] image, boolean[] inside, int[] shape, ComponentRule components) {
    return new EdgeContrast(map, image, inside, shape, components).best();
  }

  private float best() {
    float[] sorted = sorted();
    float best = Float.NaN;
    double highest = 0;
    for (int i = 0; i < CANDIDATES; i++) {
      double quantile = LOWEST + i * (HIGHEST - LOWEST) / (CANDIDATES - 1);
      float candidate = sorted[(int) (quantile * (sorted.length - 1))];
      double contrast = contrast(candidate);
      if (contrast > highest) {
        highest = contrast;
        best = candidate;
      }
    }
    return Float.isNaN(best) ? Otsu.threshold(map, inside) : best;
  }

  private float[] sorted() {
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

  /** E(Ω) of the level set Ω at a threshold. */
  private double contrast(float threshold) {
    Band inner = new Band();
    Band outer = new Band();
    int size = 0;
    for (int from = 0; from < map.length; from += area()) {
      boolean[] region = region(threshold, from);
      boolean[] core = Morphology.erode(region, shape, band);
      boolean[] around = Morphology.dilate(region, shape, band);
      for (int i = 0; i < region.length; i++) {
        size += region[i] ? 1 : 0;
        if (around[i] && !core[i] && inside[from + i]) {
          (region[i] ? inner : outer).add(image[from + i], map[from + i]);
        }
      }
    }
    if (size < SMALLEST || outer.pixels == 0) {
      return 0;
    }
    double ofImage = Math.abs(inner.meanImage() - outer.meanImage());
    double ofMap = Math.max(0, inner.meanMap() - outer.meanMap());
    return ofImage * ofMap * Math.sqrt(size);
  }

  /** Ω in the slice that starts at this offset. */
  private boolean[] region(float threshold, int from) {
    boolean[] region = new boolean[area()];
    for (int i = 0; i < region.length; i++) {
      region[i] = inside[from + i] && map[from + i] > threshold;
    }
    return components.apply(region, shape);
  }

  private int area() {
    return shape[0] * shape[1];
  }

  /** Sums over B⁺ or B⁻. */
  private static final class Band {
    private double image;
    private double map;
    private int pixels;

    void add(double imageValue, double mapValue) {
      image += imageValue;
      map += mapValue;
      pixels++;
    }

    double meanImage() {
      return image / pixels;
    }

    double meanMap() {
      return map / pixels;
    }
  }
}
