package io.wisp.evaluation;

import io.wisp.slices.Plane;
import io.wisp.slices.Slicer;
import io.wisp.volume.Volume;
import java.util.List;

/**
 * A scan with its mask.
 *
 * @param mask 1 inside the object, on the scan's own grid
 * @param map the activation, on the scan's own grid; 0 in slices that were not looked at
 * @param slices those that were looked at, at the model's size
 */
public record SegmentedScan(Volume mask, Volume map, List<SegmentedSlice> slices) {
  private static final float HALF = 0.5f;

  /**
   * Lays the slices back on the scan's grid; edges run where the enlarged mask crosses one half.
   */
  static SegmentedScan of(Volume scan, Slicer slicer, List<SegmentedSlice> slices) {
    Plane plane = slicer.plane(scan.geometry());
    float[] mask = new float[scan.voxels().length];
    float[] map = new float[mask.length];
    for (SegmentedSlice slice : slices) {
      int place = slice.slice().index();
      plane.insert(slicer.restore(slice.map(), scan.geometry()), map, place);
      float[] enlarged = slicer.restore(asFloats(slice.mask()), scan.geometry());
      for (int i = 0; i < enlarged.length; i++) {
        enlarged[i] = enlarged[i] >= HALF ? 1 : 0;
      }
      plane.insert(enlarged, mask, place);
    }
    return new SegmentedScan(scan.withVoxels(mask), scan.withVoxels(map), slices);
  }

  /** How many voxels the mask holds. */
  public long maskVoxels() {
    long count = 0;
    for (float voxel : mask.voxels()) {
      count += voxel > 0 ? 1 : 0;
    }
    return count;
  }

  private static float[] asFloats(boolean[] mask) {
    float[] values = new float[mask.length];
    for (int i = 0; i < mask.length; i++) {
      values[i] = mask[i] ? 1 : 0;
    }
    return values;
  }
}
