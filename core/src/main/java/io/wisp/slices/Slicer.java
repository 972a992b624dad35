package io.wisp.slices;

import io.wisp.volume.Geometry;
import io.wisp.volume.Volume;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts volumes into model-sized slices by a recipe, and lays model-sized maps back on the volume's
 * grid. Immutable, safe from several threads.
 *
 * <pre>{@code
 * Slicer slicer = new Slicer(store.recipe());
 * Plane plane = slicer.plane(scan.geometry());
 * float[] voxels = new float[scan.voxels().length];
 * for (Slice slice : slicer.slices(scan)) {
 *   float[] map = mapOf(slice.image());
 *   plane.insert(slicer.restore(map, scan.geometry()), voxels, slice.index());
 * }
 * Volumes.write(file, scan.withVoxels(voxels), DataType.FLOAT32);
 * }</pre>
 */
public final class Slicer {
  private final SliceRecipe recipe;

  public Slicer(SliceRecipe recipe) {
    this.recipe = recipe;
  }

  public SliceRecipe recipe() {
    return recipe;
  }

  /** How a volume of some geometry falls into slices. */
  public Plane plane(Geometry geometry) {
    return Plane.of(recipe.axis(), geometry);
  }

  /** The intensities of a volume that become -1 and 1. */
  public IntensityRange range(Volume volume) {
    return recipe.normalization().rangeOf(volume.voxels());
  }

  /** Cuts all slices of a volume, those without content too. */
  public List<Slice> slices(Volume volume) {
    Plane plane = plane(volume.geometry());
    IntensityRange range = range(volume);
    List<Slice> slices = new ArrayList<>(plane.count());
    for (int k = 0; k < plane.count(); k++) {
      slices.add(slice(k, plane.extract(volume, k), frame(plane), range));
    }
    return slices;
  }

  /** Normalises and resamples the pixels of one slice. */
  Slice slice(int index, float[] pixels, Frame frame, IntensityRange range) {
    float[] normalized = range.normalize(pixels);
    double content = IntensityRange.content(normalized);
    boolean enough = content > 0 && content >= recipe.minContent();
    return new Slice(index, frame.fit(normalized), content, enough);
  }

  /**
   * Lays a model-sized map back on the pixels of a slice: crops the padding; bilinear, or the
   * average of the area if the slice is smaller than the model's image.
   *
   * @param map size·size values, row by row
   * @param geometry of the volume that the slice was cut from
   * @return rows·columns values of {@link #plane}
   */
  public float[] restore(float[] map, Geometry geometry) {
    return frame(plane(geometry)).restore(map);
  }

  /** Lays a model-sized mask back on the pixels of a slice, nearest pixel. */
  public boolean[] restoreMask(boolean[] mask, Geometry geometry) {
    return frame(plane(geometry)).restoreMask(mask);
  }

  Frame frame(Plane plane) {
    return new Frame(plane.rows(), plane.columns(), recipe.size());
  }
}
