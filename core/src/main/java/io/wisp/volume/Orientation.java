package io.wisp.volume;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/** Names the ends of a scan's axes, as nibabel's {@code aff2axcodes} does. */
final class Orientation {
  private static final String NEGATIVE = "LPI";
  private static final String POSITIVE = "RAS";
  private static final double NEARLY_ZERO = 1e-8;

  private Orientation() {}

  /**
   * Where the voxel axes point, such as {@code RAS}: each is named after the closest axis of space
   * that none before it took, beginning with the axis that lies closest to one of space. An axis
   * that points nowhere is {@code ?}.
   */
  static String axcodes(double[][] affine) {
    RealMatrix rotation = closestRotation(affine);
    char[] codes = new char[3];
    Stream.of(0, 1, 2)
        .sorted(Comparator.comparingDouble(column -> -strength(rotation.getColumn(column))))
        .toList()
        .forEach(column -> codes[column] = takeAxis(rotation, column));
    return new String(codes);
  }

  private static double strength(double[] direction) {
    return Arrays.stream(direction).map(Math::abs).max().orElse(0);
  }

  private static RealMatrix closestRotation(double[][] affine) {
    double[][] directions = new double[3][3];
    for (int column = 0; column < 3; column++) {
      double length =
          Math.hypot(Math.hypot(affine[0][column], affine[1][column]), affine[2][column]);
      for (int row = 0; row < 3; row++) {
        directions[row][column] = affine[row][column] / (length == 0 ? 1 : length);
      }
    }
    var svd = new SingularValueDecomposition(new Array2DRowRealMatrix(directions, false));
    double tolerance = svd.getNorm() * 3 * Math.ulp(1.0);
    RealMatrix kept = new Array2DRowRealMatrix(3, 3);
    for (int i = 0; i < 3; i++) {
      kept.setEntry(i, i, svd.getSingularValues()[i] > tolerance ? 1 : 0);
    }
    return svd.getU().multiply(kept).multiply(svd.getVT());
  }

  private static char takeAxis(RealMatrix rotation, int column) {
    int axis = 0;
    for (int row = 1; row < 3; row++) {
      if (Math.abs(rotation.getEntry(row, column)) > Math.abs(rotation.getEntry(axis, column))) {
        axis = row;
      }
    }
    double component = rotation.getEntry(axis, column);
    if (Math.abs(component) < NEARLY_ZERO) {
      return '?';
    }
    rotation.setRow(axis, new double[3]);
    return (component < 0 ? NEGATIVE : POSITIVE).charAt(axis);
  }
}
