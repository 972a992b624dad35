package io.wisp.dicom;

import io.wisp.volume.Geometry;
import java.util.List;

/**
 * Where a series lies. The array's axes are those of the pictures: x along a row, y along a column,
 * z from the first slice to the last; nothing is flipped. DICOM counts millimetres to the left and
 * to the back, NIfTI to the right and to the front, so the first two rows of the affine change
 * their sign.
 */
final class DicomGeometry {
  private DicomGeometry() {}

  /** The direction that slices are stacked in: along a row × along a column. */
  static double[] normal(List<Double> o) {
    return new double[] {
      o.get(1) * o.get(5) - o.get(2) * o.get(4),
      o.get(2) * o.get(3) - o.get(0) * o.get(5),
      o.get(0) * o.get(4) - o.get(1) * o.get(3)
    };
  }

  /**
   * As {@link #of(List)}, on even spacing.
   *
   * @param even from the first slice on
   */
  static Geometry of(List<Picture> sorted, EvenSpacing even) {
    Geometry given = of(sorted);
    double[][] affine = given.affine();
    double times = (sorted.size() - 1) * even.part();
    for (int axis = 0; axis < 3; axis++) {
      affine[axis][2] *= times;
    }
    return Geometry.of(given.nx(), given.ny(), even.count(), affine);
  }

  /**
   * @param sorted the slices of a volume in their order
   */
  static Geometry of(List<Picture> sorted) {
    Picture picture = sorted.get(0);
    Plane first = picture.plane();
    int nx = picture.header().columns();
    int ny = picture.header().rows();
    double between = first.spacing().isEmpty() ? 1 : first.spacing().get(0);
    double along = first.spacing().isEmpty() ? 1 : first.spacing().get(1);
    double thickness = Double.isNaN(first.thickness()) ? 1 : first.thickness();
    if (!sorted.stream().allMatch(slice -> slice.plane().isPlaced())) {
      return Geometry.unplaced(nx, ny, sorted.size(), along, between, thickness);
    }
    double[] step = step(sorted, thickness);
    double[][] affine = new double[4][4];
    for (int axis = 0; axis < 3; axis++) {
      affine[axis][0] = ras(axis, first.orientation().get(axis) * along);
      affine[axis][1] = ras(axis, first.orientation().get(3 + axis) * between);
      affine[axis][2] = ras(axis, step[axis]);
      affine[axis][3] = ras(axis, first.position().get(axis));
    }
    affine[3][3] = 1;
    return Geometry.of(nx, ny, sorted.size(), affine);
  }

  private static double ras(int axis, double lps) {
    // Zero is added lest there be a negative zero.
    return (axis < 2 ? -lps : lps) + 0.0;
  }

  /** From a slice to the next; of a single one by its thickness along the normal. */
  private static double[] step(List<Picture> sorted, double thickness) {
    Plane first = sorted.get(0).plane();
    double[] step = normal(first.orientation());
    int steps = sorted.size() - 1;
    Plane last = sorted.get(steps).plane();
    for (int axis = 0; axis < 3; axis++) {
      step[axis] =
          steps == 0
              ? step[axis] * thickness
              : (last.position().get(axis) - first.position().get(axis)) / steps;
    }
    return step;
  }
}
