package io.wisp.dataset;

import io.wisp.volume.Geometry;

/** The axis of a volume's array that slices are stacked along. */
public enum Axis {
  /** The array axis nearest to feet-head by the affine; the last one if the header names none. */
  AXIAL,
  /** The first array axis. */
  X,
  /** The second array axis. */
  Y,
  /** The third array axis. */
  Z;

  /** The array axis, 0 to 2, that this means for a volume of the given geometry. */
  public int resolve(Geometry geometry) {
    return switch (this) {
      case AXIAL -> axial(geometry.affine());
      case X -> 0;
      case Y -> 1;
      case Z -> 2;
    };
  }

  private static int axial(double[][] affine) {
    int best = 2;
    for (int axis = 1; axis >= 0; axis--) {
      if (alongHead(affine, axis) > alongHead(affine, best) + 1e-9) {
        best = axis;
      }
    }
    return best;
  }

  /** The cosine between an array axis and the world's feet-head axis. */
  private static double alongHead(double[][] affine, int axis) {
    double x = affine[0][axis];
    double y = affine[1][axis];
    double z = affine[2][axis];
    double length = Math.sqrt(x * x + y * y + z * z);
    return length > 0 ? Math.abs(z) / length : 0;
  }
}
