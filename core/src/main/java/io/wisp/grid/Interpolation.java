package io.wisp.grid;

import io.wisp.volume.Geometry;
import io.wisp.volume.Volume;

/** How a value between voxels is found. */
enum Interpolation {
  /** Of the eight voxels around, weighted by their nearness. */
  LINEAR {
    @Override
    float value(Volume volume, double x, double y, double z) {
      double sum = 0;
      for (int corner = 0; corner < 8; corner++) {
        double weight = weight(x, corner & 1) * weight(y, corner >> 1 & 1) * weight(z, corner >> 2);
        if (weight > 0) {
          sum +=
              weight
                  * volume.get(
                      clamped(floor(x) + (corner & 1), volume.nx()),
                      clamped(floor(y) + (corner >> 1 & 1), volume.ny()),
                      clamped(floor(z) + (corner >> 2), volume.nz()));
        }
      }
      return (float) sum;
    }
  },
  /** Of the nearest voxel. */
  NEAREST {
    @Override
    float value(Volume volume, double x, double y, double z) {
      return volume.get(
          clamped(floor(x + HALF), volume.nx()),
          clamped(floor(y + HALF), volume.ny()),
          clamped(floor(z + HALF), volume.nz()));
    }
  };

  private static final double HALF = 0.5;

  /** The value at indices that may lie between voxels, inside of the volume. */
  abstract float value(Volume volume, double x, double y, double z);

  /** Whether indices lie in a voxel, which reaches half its size to either side of its centre. */
  static boolean isInside(Geometry geometry, double x, double y, double z) {
    return isInside(geometry.nx(), x) && isInside(geometry.ny(), y) && isInside(geometry.nz(), z);
  }

  private static boolean isInside(int count, double index) {
    return index >= -HALF && index <= count - HALF;
  }

  private static int floor(double index) {
    return (int) Math.floor(index);
  }

  private static int clamped(int index, int count) {
    return Math.max(0, Math.min(count - 1, index));
  }

  private static double weight(double index, int upper) {
    double fraction = index - Math.floor(index);
    return upper > 0 ? fraction : 1 - fraction;
  }
}
