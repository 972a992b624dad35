package io.wisp.grid;

import io.wisp.volume.Geometry;
import io.wisp.volume.Volume;
import java.util.ArrayList;
import java.util.List;

/**
 * The axes of another grid, in the order and direction of a grid's own.
 *
 * @param axes the other grid's axis that runs along x, y and z
 * @param flipped whether it runs the other way
 */
record AxisOrder(List<Integer> axes, List<Boolean> flipped) {
  /** Voxels that lie closer than this, in voxels, are the same. */
  static final double NEAR = 0.1;

  /** All 48, the unchanged one first. */
  static final List<AxisOrder> ALL = all();

  private static List<AxisOrder> all() {
    List<AxisOrder> orders = new ArrayList<>();
    for (List<Integer> axes :
        List.of(
            List.of(0, 1, 2),
            List.of(0, 2, 1),
            List.of(1, 0, 2),
            List.of(1, 2, 0),
            List.of(2, 0, 1),
            List.of(2, 1, 0))) {
      for (int bits = 0; bits < 8; bits++) {
        orders.add(new AxisOrder(axes, List.of((bits & 1) > 0, (bits & 2) > 0, (bits & 4) > 0)));
      }
    }
    return List.copyOf(orders);
  }

  boolean isUnchanged() {
    return equals(ALL.get(0));
  }

  /** Whether the other grid has the same shape, its axes in this order. */
  boolean fits(Geometry grid, Geometry other) {
    for (int axis = 0; axis < 3; axis++) {
      if (grid.shape()[axis] != other.shape()[axes.get(axis)]) {
        return false;
      }
    }
    return true;
  }

  /** The indices in the other grid of a voxel of the grid. */
  int[] index(int[] voxel, Geometry other) {
    int[] index = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      int along = axes.get(axis);
      int last = other.shape()[along] - 1;
      index[along] = flipped.get(axis) ? last - voxel[axis] : voxel[axis];
    }
    return index;
  }

  /** The other's voxels in the order of the grid. */
  float[] reorder(Volume other, Geometry grid) {
    int[] shape = other.geometry().shape();
    int[] strides = {1, shape[0], shape[0] * shape[1]};
    int start = 0;
    int[] step = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      int along = axes.get(axis);
      step[axis] = flipped.get(axis) ? -strides[along] : strides[along];
      start += flipped.get(axis) ? (shape[along] - 1) * strides[along] : 0;
    }
    float[] from = other.voxels();
    float[] ordered = new float[from.length];
    int i = 0;
    for (int z = 0; z < grid.nz(); z++) {
      for (int y = 0; y < grid.ny(); y++) {
        int at = start + z * step[2] + y * step[1];
        for (int x = 0; x < grid.nx(); x++, at += step[0]) {
          ordered[i++] = from[at];
        }
      }
    }
    return ordered;
  }
}
