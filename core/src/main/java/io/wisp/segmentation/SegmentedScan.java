package io.wisp.segmentation;

import io.wisp.confidence.ScanConfidence;
import io.wisp.dataset.Plane;
import io.wisp.mask.MaskUnit;
import io.wisp.slices.Slicer;
import io.wisp.volume.Volume;
import java.util.List;
import java.util.Map;

/**
 * A scan with its mask.
 *
 * @param mask 1 inside the object, on the scan's own grid
 * @param map the activation, on the scan's own grid; 0 in slices that were not mapped
 * @param pixelConfidence the probability that each voxel is classified correctly, in [0, 1], on the
 *     scan's own grid; 0 in slices that were not mapped
 * @param confidence of the whole mask
 * @param slices those that were mapped, at the model's size
 * @param presence the probability of slices to hold the object, by their index; empty if nothing
 *     told it
 */
public record SegmentedScan(
    Volume mask,
    Volume map,
    Volume pixelConfidence,
    ScanConfidence confidence,
    List<SegmentedSlice> slices,
    Map<Integer, Double> presence) {
  private static final float HALF = 0.5f;

  /**
   * Puts the slices back on the scan's grid; edges lie where the enlarged mask crosses one half.
   *
   * @param unit whether every slice is known to hold the object
   */
  static SegmentedScan of(
      Volume scan,
      Slicer slicer,
      List<SegmentedSlice> slices,
      Map<Integer, Double> presence,
      MaskUnit unit) {
    Plane plane = slicer.plane(scan.geometry());
    float[] mask = new float[scan.voxels().length];
    float[] map = new float[mask.length];
    float[] confidence = new float[mask.length];
    for (SegmentedSlice slice : slices) {
      int place = slice.slice().index();
      plane.insert(slicer.restore(slice.map(), scan.geometry()), map, place);
      float[] sure = slicer.restore(slice.confidence().pixels(), scan.geometry());
      plane.insert(withinOne(sure), confidence, place);
      float[] enlarged = slicer.restore(asFloats(slice.mask()), scan.geometry());
      for (int i = 0; i < enlarged.length; i++) {
        enlarged[i] = enlarged[i] >= HALF ? 1 : 0;
      }
      plane.insert(enlarged, mask, place);
    }
    return new SegmentedScan(
        scan.withVoxels(mask),
        scan.withVoxels(map),
        scan.withVoxels(confidence),
        ScanConfidence.of(
            slices.stream().map(slice -> slice.slice().index()).toList(),
            slices.stream().map(SegmentedSlice::confidence).toList(),
            unit),
        slices,
        presence);
  }

  /** Resampling may overshoot. */
  private static float[] withinOne(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(0, Math.min(1, values[i]));
    }
    return values;
  }

  /** Number of voxels in the mask. */
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
