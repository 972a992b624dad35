package io.wisp.grid;

import io.wisp.Remedy;
import io.wisp.UserError;
import io.wisp.volume.Geometry;
import io.wisp.volume.Regridding;
import io.wisp.volume.Volume;
import java.util.Arrays;
import java.util.Optional;

/**
 * The grid of a scan, onto which its other channels and its mask are brought by their affines.
 * Where neither header tells a place, voxels are paired by their indices.
 *
 * @param scan what the scan is called, for errors
 * @param geometry of the scan
 * @param regridding what may be done for it
 */
public record ScanGrid(String scan, Geometry geometry, Regridding regridding) {
  /** Voxel sizes that differ by a smaller part are the same. */
  private static final double SAME_SIZE = 0.01;

  /**
   * Another channel of the scan.
   *
   * @param name what it is called, for errors: {@code its t1 volume}
   * @return on this grid, of the same source; the same voxels if it lies on the grid already
   * @throws UserError if it lies on another grid and may not be resampled, or nowhere near
   */
  public Volume image(String name, Volume image) {
    return brought(name, image, Interpolation.LINEAR);
  }

  /**
   * A mask of the scan.
   *
   * @param name what it is called, for errors: {@code its mask}
   * @return as of {@link #image}
   * @throws UserError as for an image
   */
  public Volume labels(String name, Volume labels) {
    return brought(name, labels, Interpolation.NEAREST);
  }

  private Volume brought(String name, Volume volume, Interpolation interpolation) {
    Geometry other = volume.geometry();
    Optional<IndexMap> map = IndexMap.between(geometry, other);
    if (map.isEmpty()) {
      checkUnplaced(name, other);
      return volume.on(geometry, volume.voxels());
    }
    Optional<AxisOrder> order = map.get().exact();
    if (order.isPresent()) {
      boolean same = order.get().isUnchanged();
      return volume.on(geometry, same ? volume.voxels() : order.get().reorder(volume, geometry));
    }
    if (regridding == Regridding.EXACT) {
      throw new UserError(
          "%s: bring it onto the scan's grid, or let it be resampled."
              .formatted(difference(name, other)),
          Remedy.RESAMPLE);
    }
    return volume.on(geometry, resampled(name, volume, map.get(), interpolation));
  }

  private void checkUnplaced(String name, Geometry other) {
    boolean scanIsPlaced = IndexMap.isUsable(geometry);
    if (scanIsPlaced || IndexMap.isUsable(other)) {
      throw new UserError(
          "%s, and the header of %s does not tell where it lies, for want of a valid sform or qform, or of positions: write it with the header of the other."
              .formatted(difference(name, other), scanIsPlaced ? name : scan));
    }
    if (!geometry.sameShape(other) || !sameSize(geometry.zooms(), other.zooms())) {
      throw new UserError(
          "%s, and neither header tells where they lie: they must have the same shape and voxel size."
              .formatted(difference(name, other)));
    }
  }

  /** Sizes of exactly 1 mean nothing in a header that was never filled in. */
  private static boolean sameSize(double[] one, double[] other) {
    if (Arrays.stream(one).allMatch(size -> size == 1)
        || Arrays.stream(other).allMatch(size -> size == 1)) {
      return true;
    }
    for (int axis = 0; axis < 3; axis++) {
      if (Math.abs(one[axis] - other[axis]) > SAME_SIZE * one[axis]) {
        return false;
      }
    }
    return true;
  }

  private float[] resampled(String name, Volume volume, IndexMap map, Interpolation interpolation) {
    float[] values = new float[Math.toIntExact(geometry.voxelCount())];
    boolean any = false;
    int i = 0;
    for (int z = 0; z < geometry.nz(); z++) {
      for (int y = 0; y < geometry.ny(); y++) {
        for (int x = 0; x < geometry.nx(); x++, i++) {
          double u = map.index(0, x, y, z);
          double v = map.index(1, x, y, z);
          double w = map.index(2, x, y, z);
          if (Interpolation.isInside(volume.geometry(), u, v, w)) {
            values[i] = interpolation.value(volume, u, v, w);
            any = true;
          }
        }
      }
    }
    if (!any) {
      throw new UserError(
          "%s, which have no place in common: check that they belong together."
              .formatted(difference(name, volume.geometry())));
    }
    return values;
  }

  private String difference(String name, Geometry other) {
    return "%s and %s lie on different grids, %s and %s"
        .formatted(scan, name, geometry.description(), other.description());
  }
}
