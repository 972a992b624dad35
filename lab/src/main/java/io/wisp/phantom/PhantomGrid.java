package io.wisp.phantom;

import io.wisp.UserError;
import io.wisp.volume.Geometry;

/**
 * The voxels of a phantom scan. The field of view is always {@value #BREADTH} mm square and {@value
 * #HEIGHT} mm high, so that fewer voxels are larger ones.
 *
 * @param size rows and columns of a slice, 32 to 512
 * @param slices 4 to 280
 */
public record PhantomGrid(int size, int slices) {
  private static final double BREADTH = 192;
  private static final double HEIGHT = 140;

  /** Height of the lowest slice's lower face, mm from the head's middle. */
  private static final double FOOT = -56;

  /** 96 x 96 x 28 voxels of 2 x 2 x 5 mm. */
  public static final PhantomGrid USUAL = new PhantomGrid(96, 28);

  public PhantomGrid {
    if (size < 32 || size > 512) {
      throw new UserError("a phantom's size is 32 to 512 voxels, not " + size);
    }
    if (slices < 4 || slices > 280) {
      throw new UserError("a phantom has 4 to 280 slices, not " + slices);
    }
  }

  /** Millimetres from voxel to voxel in a slice. */
  double spacing() {
    return BREADTH / size;
  }

  /** Millimetres from slice to slice. */
  double thickness() {
    return HEIGHT / slices;
  }

  int voxels() {
    return size * size * slices;
  }

  /** Where a voxel's middle lies, z moved by {@code offset} slices. */
  Point place(int x, int y, int z, double offset) {
    double half = (size - 1) / 2.0;
    return new Point(
        (x - half) * spacing(), (y - half) * spacing(), FOOT + (z + 0.5 + offset) * thickness());
  }

  /** First row at the forehead, first column at the right ear, as scanners have it (LPS). */
  Geometry geometry() {
    double half = (size - 1) / 2.0 * spacing();
    return Geometry.of(
        size,
        size,
        slices,
        new double[][] {
          {-spacing(), 0, 0, half},
          {0, -spacing(), 0, half},
          {0, 0, thickness(), FOOT + 0.5 * thickness()},
          {0, 0, 0, 1}
        });
  }
}
