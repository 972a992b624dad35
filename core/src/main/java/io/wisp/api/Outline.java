package io.wisp.api;

import io.wisp.segmentation.SegmentedScan;
import io.wisp.volume.Volume;
import io.wisp.volume.Volumes;
import java.nio.file.Path;

/**
 * The outline of an object in a scan, on the scan's own grid.
 *
 * @param mask 1 inside the object, else 0
 * @param map the activation; larger where the object is, 0 in slices that were not mapped
 * @param voxelConfidence the probability that each voxel is classified correctly, in [0, 1]
 * @param confidence in the whole mask, in [0, 1]
 */
public record Outline(Volume mask, Volume map, Volume voxelConfidence, double confidence) {
  static Outline of(SegmentedScan scan) {
    return new Outline(scan.mask(), scan.map(), scan.pixelConfidence(), scan.confidence().value());
  }

  /** Writes the mask as NIfTI, whole or not at all; replaces what is there. */
  public void writeMask(Path file) {
    Volumes.maskFormat(Volumes.USUAL_MASK_FORMAT).writeMask(file, mask);
  }
}
