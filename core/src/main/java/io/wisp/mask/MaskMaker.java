package io.wisp.mask;

import io.wisp.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Turns activation maps into masks by a {@link MaskRecipe}.
 *
 * <pre>{@code
 * MaskMaker maker = new MaskMaker(MaskRecipe.published(), MaskUnit.SLICE, 64, 64);
 * List<SliceMask> masks = maker.make(List.of(new MapSlice(map, image, "patient7", 80)));
 * boolean[] object = masks.get(0).mask();
 * }</pre>
 *
 * With {@link MaskUnit#SLICE} every slice is known to hold the object: it is scaled and thresholded
 * on its own, unless the recipe says otherwise. With {@link MaskUnit#VOLUME} it is not known which
 * slices do: maps stay on the volume's common scale, share one threshold, and components and holes
 * are three-dimensional, so that a slice can stay empty.
 *
 * <p>A maker holds no state and may be used by several threads.
 */
public final class MaskMaker {
  private final MaskRecipe recipe;
  private final MaskUnit unit;
  private final int rows;
  private final int columns;

  /**
   * @param unit what shares a threshold and components
   * @param rows of every slice
   * @param columns of every slice
   */
  public MaskMaker(MaskRecipe recipe, MaskUnit unit, int rows, int columns) {
    if (rows < 1 || columns < 1) {
      throw new IllegalArgumentException(
          "a slice cannot have %sx%s pixels".formatted(rows, columns));
    }
    this.recipe = recipe;
    this.unit = unit;
    this.rows = rows;
    this.columns = columns;
  }

  /**
   * The masks of a set of slices, in its order; {@link Threshold.Rule#OTSU_AVERAGE} averages over
   * this set.
   *
   * @param slices of any volumes, in any order, none twice
   */
  public List<SliceMask> make(List<MapSlice> slices) {
    List<boolean[]> inside = inside(slices);
    List<Stack> cutAsOne = stacks(slices, unit.or(recipe.threshold().unit()));
    List<float[]> scaled = scaled(combined(slices, inside), inside, cutAsOne);
    List<float[]> refined = refined(scaled, slices, inside);
    List<float[]> images = slices.stream().map(MapSlice::image).toList();
    double[] thresholds = finder().find(refined, images, inside, cutAsOne);
    List<boolean[]> above = each(slices, i -> above(refined.get(i), inside.get(i), thresholds[i]));
    List<boolean[]> kept = kept(above, stacks(slices, unit.or(recipe.components().unit())));
    List<boolean[]> masks = filled(kept, stacks(slices, unit));
    return each(
        slices, i -> new SliceMask(masks.get(i), refined.get(i), thresholds[i], inside.get(i)));
  }

  /**
   * The maps as thresholded, but on their own scale, which is comparable across slices.
   *
   * @param slices as for {@link #make}
   */
  public List<float[]> unscaled(List<MapSlice> slices) {
    List<boolean[]> inside = inside(slices);
    return refined(combined(slices, inside), slices, inside);
  }

  private ThresholdFinder finder() {
    return new ThresholdFinder(recipe, unit == MaskUnit.SLICE, new int[] {rows, columns});
  }

  private static <T> List<T> each(List<MapSlice> slices, IntFunction<T> step) {
    return IntStream.range(0, slices.size()).mapToObj(step).toList();
  }

  private List<Stack> stacks(List<MapSlice> slices, MaskUnit asOne) {
    return Stack.of(slices, asOne, rows, columns);
  }

  private void check(MapSlice slice) {
    if (slice.map().length != rows * columns || slice.image().length != rows * columns) {
      throw new IllegalArgumentException(
          "a map of %s values and an image of %s are not %sx%s"
              .formatted(slice.map().length, slice.image().length, rows, columns));
    }
    for (float value : slice.map()) {
      if (!Float.isFinite(value)) {
        throw new UserError(
            "an activation map holds "
                + value
                + ": the model that made it diverged; use an earlier checkpoint, or train it again"
                + " with a lower learning rate");
      }
    }
  }

  private List<boolean[]> inside(List<MapSlice> slices) {
    slices.forEach(this::check);
    return each(slices, i -> recipe.foreground().find(slices.get(i).image(), rows, columns));
  }

  private float[] smoothed(MapSlice slice, boolean[] inside) {
    float[] signed = recipe.sign().apply(slice.map());
    float[] steady = Drift.remove(signed, inside, rows, columns, recipe.drift());
    return GaussianFilter.smooth(steady, rows, columns, recipe.smoothing());
  }

  private List<float[]> combined(List<MapSlice> slices, List<boolean[]> inside) {
    List<float[]> maps = each(slices, i -> smoothed(slices.get(i), inside.get(i)));
    if (recipe.neighbours() == 0) {
      return maps;
    }
    List<Stack> volumes = stacks(slices, MaskUnit.VOLUME);
    return new Neighbours(recipe.neighbours()).combine(maps, inside, volumes);
  }

  /** On a common scale, maps stay unchanged: scaling does not affect a shared threshold. */
  private List<float[]> scaled(List<float[]> maps, List<boolean[]> inside, List<Stack> stacks) {
    if (unit == MaskUnit.VOLUME || recipe.threshold().rule().ofProbability()) {
      return maps;
    }
    float[][] scaled = new float[maps.size()][];
    for (Stack stack : stacks) {
      stack.split(MinMax.scale(stack.join(maps), stack.joinMasks(inside)), scaled);
    }
    return List.of(scaled);
  }

  private List<float[]> refined(List<float[]> maps, List<MapSlice> slices, List<boolean[]> inside) {
    Refinement how = recipe.refinement();
    List<float[]> refined =
        each(
            slices,
            i -> how.apply(maps.get(i), slices.get(i).image(), inside.get(i), rows, columns));
    return recipe.threshold().rule().ofProbability()
        ? refined.stream().map(MaskMaker::probabilities).toList()
        : refined;
  }

  /** A refined map may be a little below 0 or above 1. */
  private static float[] probabilities(float[] map) {
    float[] within = new float[map.length];
    for (int i = 0; i < map.length; i++) {
      within[i] = Math.max(0, Math.min(1, map[i]));
    }
    return within;
  }

  private static boolean[] above(float[] map, boolean[] inside, double threshold) {
    boolean[] mask = new boolean[map.length];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = inside[i] && map[i] > threshold;
    }
    return mask;
  }

  private List<boolean[]> kept(List<boolean[]> masks, List<Stack> stacks) {
    boolean[][] kept = new boolean[masks.size()][];
    for (Stack stack : stacks) {
      boolean[] mask = stack.joinMasks(masks);
      if (recipe.minimumSize() > 1) {
        mask =
            Components.of(mask, stack.shape(), Connectivity.CORNERS).atLeast(recipe.minimumSize());
      }
      stack.split(recipe.components().apply(mask, stack.shape()), kept);
    }
    return Arrays.asList(kept);
  }

  private List<boolean[]> filled(List<boolean[]> masks, List<Stack> stacks) {
    boolean[][] filled = new boolean[masks.size()][];
    for (Stack stack : stacks) {
      stack.split(recipe.holes().apply(stack.joinMasks(masks), stack.shape()), filled);
    }
    return Arrays.asList(filled);
  }
}
