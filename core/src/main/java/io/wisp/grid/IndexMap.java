package io.wisp.grid;

import io.wisp.volume.Geometry;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Where the voxels of one grid lie in another: the indices j = A'⁻¹ A i, with A the affine of the
 * grid and A' that of the other.
 *
 * @param matrix from indices of the grid to those of the other, [3][4]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record IndexMap(Geometry grid, Geometry other, double[][] matrix) {
  /** Axes as unit vectors that span less than this lie in a plane. */
  private static final double FLAT = 1e-6;

  /** Empty where the header of either grid does not place it. */
  static Optional<IndexMap> between(Geometry grid, Geometry other) {
    if (!isUsable(grid) || !isUsable(other)) {
      return Optional.empty();
    }
    RealMatrix inverse = new LUDecomposition(matrix(other)).getSolver().getInverse();
    return Optional.of(new IndexMap(grid, other, inverse.multiply(matrix(grid)).getData()));
  }

  /** Whether a header places a grid, by three axes that span space. */
  static boolean isUsable(Geometry geometry) {
    if (!geometry.isPlaced()) {
      return false;
    }
    double[][] affine = geometry.affine();
    RealMatrix directions = new Array2DRowRealMatrix(3, 3);
    for (int column = 0; column < 3; column++) {
      double length =
          new ArrayRealVector(
                  new double[] {affine[0][column], affine[1][column], affine[2][column]})
              .getNorm();
      for (int row = 0; row < 3; row++) {
        directions.setEntry(row, column, affine[row][column] / length);
      }
    }
    return Math.abs(new LUDecomposition(directions).getDeterminant()) > FLAT;
  }

  private static RealMatrix matrix(Geometry geometry) {
    return new Array2DRowRealMatrix(geometry.affine(), false);
  }

  /** One of the other grid's indices, such as 2.5 between two voxels. */
  double index(int axis, double x, double y, double z) {
    double[] row = matrix[axis];
    return row[0] * x + row[1] * y + row[2] * z + row[3];
  }

  /** The order and direction of the other grid's axes by which voxels fall on voxels. */
  Optional<AxisOrder> exact() {
    AxisOrder best = null;
    double least = AxisOrder.NEAR;
    for (AxisOrder order : AxisOrder.ALL) {
      double distance = order.fits(grid, other) ? distance(order) : Double.POSITIVE_INFINITY;
      if (distance < least || (best == null && distance <= least)) {
        best = order;
        least = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  /** How far a voxel lies from its own in the other grid, in voxels; most so in a corner. */
  private double distance(AxisOrder order) {
    double most = 0;
    int[] corner = new int[3];
    for (int bits = 0; bits < 8; bits++) {
      for (int axis = 0; axis < 3; axis++) {
        corner[axis] = (bits >> axis & 1) * (grid.shape()[axis] - 1);
      }
      int[] own = order.index(corner, other);
      for (int axis = 0; axis < 3; axis++) {
        double found = index(axis, corner[0], corner[1], corner[2]);
        most = Math.max(most, Math.abs(found - own[axis]));
      }
    }
    return most;
  }
}
