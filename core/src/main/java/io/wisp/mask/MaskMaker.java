package io.wisp.mask;

import io.wisp.UserError;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns activation maps into masks by a {@link MaskRecipe}.
 *
 * <pre>{@code
 * MaskMaker maker = new MaskMaker(MaskRecipe.refined(64), 64, 64);
 * List<SliceMask> masks = maker.make(maps, images);
 * boolean[] object = masks.get(0).mask();
 * }</pre>
 *
 * Maps and images are row-major, {@code rows * columns} values. The images lie in [-1, 1] and serve
 * to find the foreground only. A maker holds no state and may be used by several threads.
 */
public final class MaskMaker {
  private final MaskRecipe recipe;
  private final int rows;
  private final int columns;

  public MaskMaker(MaskRecipe recipe, int rows, int columns) {
    if (rows < 1 || columns < 1) {
      throw new IllegalArgumentException(
          "a slice cannot have %dx%d pixels".formatted(rows, columns));
    }
    this.recipe = recipe;
    this.rows = rows;
    this.columns = columns;
  }

  /**
   * The masks of a set of slices; {@link Threshold.Rule#OTSU_AVERAGE} averages over this set.
   *
   * @param maps activation maps of any scale
   * @param images as many images as maps
   */
  public List<SliceMask> make(List<float[]> maps, List<float[]> images) {
    if (maps.size() != images.size()) {
      throw new IllegalArgumentException(
          "%d maps but %d images".formatted(maps.size(), images.size()));
    }
    List<Prepared> prepared = new ArrayList<>(maps.size());
    for (int i = 0; i < maps.size(); i++) {
      prepared.add(prepare(maps.get(i), images.get(i)));
    }
    double[] otsu = prepared.stream().mapToDouble(Prepared::otsu).toArray();
    double[] thresholds = recipe.threshold().of(otsu);
    List<SliceMask> masks = new ArrayList<>(maps.size());
    for (int i = 0; i < thresholds.length; i++) {
      masks.add(cut(prepared.get(i), thresholds[i]));
    }
    return masks;
  }

  /** The mask of one slice, taken as a set of its own. */
  public SliceMask make(float[] map, float[] image) {
    return make(List.of(map), List.of(image)).get(0);
  }

  /**
   * The mask of one slice with a threshold that was found before, such as the average over another
   * set; the recipe's own rule is not asked.
   *
   * @param threshold for the map scaled to [0, 1]
   */
  public SliceMask make(float[] map, float[] image, double threshold) {
    return cut(prepare(map, image), threshold);
  }

  /**
   * A map ready to be cut.
   *
   * @param otsu its Otsu threshold, NaN if nothing is inside
   */
  private record Prepared(float[] scaled, boolean[] inside, double otsu) {}

  private Prepared prepare(float[] map, float[] image) {
    checkMap(map);
    float[] signed = recipe.sign().apply(map);
    float[] smooth = GaussianFilter.smooth(signed, rows, columns, recipe.smoothing());
    boolean[] inside = recipe.foreground().find(image, rows, columns);
    boolean asItIs = recipe.threshold().rule() == Threshold.Rule.PROBABILITY;
    float[] scaled = asItIs ? smooth : MinMax.scale(smooth, inside);
    return new Prepared(scaled, inside, any(inside) ? Otsu.threshold(scaled, inside) : Double.NaN);
  }

  private void checkMap(float[] map) {
    if (map.length != rows * columns) {
      throw new IllegalArgumentException(
          "a map of %d values is not %dx%d".formatted(map.length, rows, columns));
    }
    for (float value : map) {
      if (!Float.isFinite(value)) {
        throw new UserError(
            "an activation map holds "
                + value
                + ": the model that made it diverged; use an earlier checkpoint, or train it again"
                + " with a lower learning rate");
      }
    }
  }

  private static boolean any(boolean[] mask) {
    for (boolean inside : mask) {
      if (inside) {
        return true;
      }
    }
    return false;
  }

  private SliceMask cut(Prepared prepared, double threshold) {
    float[] scaled = prepared.scaled();
    boolean[] mask = new boolean[scaled.length];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = prepared.inside()[i] && scaled[i] > threshold;
    }
    double used = any(prepared.inside()) ? threshold : Double.NaN;
    return new SliceMask(clean(mask), scaled, used);
  }

  private boolean[] clean(boolean[] mask) {
    int[] shape = {rows, columns};
    boolean[] kept = mask;
    if (recipe.minimumSize() > 1) {
      kept = Components.of(mask, shape, Connectivity.CORNERS).atLeast(recipe.minimumSize());
    }
    return recipe.holes().apply(recipe.components().apply(kept, shape), shape);
  }
}
