package io.wisp.volume;

import java.util.Arrays;
import java.util.List;

/**
 * The spatial fields of a NIfTI header, exactly as they stand there, and the affine matrix they
 * mean.
 *
 * @param precision whether the fields are 32-bit (NIfTI-1) or 64-bit numbers (NIfTI-2)
 * @param pixdim qfac and the voxel sizes, [8]
 * @param quaternion b, c, d of the qform, [3]
 * @param offset the qform's translation, [3]
 * @param srow the sform's three rows, one after another, [12]
 * @param units the codes of the units of space and time
 */
public record Placement(
    Precision precision,
    List<Double> pixdim,
    int qformCode,
    List<Double> quaternion,
    List<Double> offset,
    int sformCode,
    List<Double> srow,
    int units) {

  /** How wide the numbers are. */
  public enum Precision {
    SINGLE(Math.ulp(1f)),
    DOUBLE(Math.ulp(1.0));

    private final double epsilon;

    Precision(double epsilon) {
      this.epsilon = epsilon;
    }
  }

  static final int MILLIMETRE = 2;
  private static final int LAST_FORM_CODE = 5;

  /** Voxel size along one of the three axes of space; a zero means 1 and a sign nothing. */
  public double zoom(int axis) {
    double size = Math.abs(pixdim.get(1 + axis));
    return size == 0 ? 1 : size;
  }

  /** The code of the unit of length: 1 metre, 2 millimetre, 3 micrometre, 0 unknown. */
  public int lengthUnit() {
    return units & 7;
  }

  /**
   * Voxel indices to RAS+ millimetres, [4][4], by nibabel's order of preference: the sform, the
   * qform, else voxel sizes around the centre of the grid with x to the left.
   *
   * @param rank the number of axes of space that the header has, 1 to 3
   * @throws IllegalArgumentException if the quaternion is longer than 1 or a value is not finite
   */
  public double[][] affine(int rank, long nx, long ny, long nz) {
    double[][] affine =
        isKnown(sformCode)
            ? sform()
            : isKnown(qformCode) ? qform() : centred(rank, new long[] {nx, ny, nz});
    if (!Arrays.stream(affine).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("its affine matrix holds a value that is not finite");
    }
    if (!(Double.isFinite(zoom(0)) && Double.isFinite(zoom(1)) && Double.isFinite(zoom(2)))) {
      throw new IllegalArgumentException("its voxel sizes are not finite numbers");
    }
    return affine;
  }

  /** Whether there is an sform or a qform. */
  public boolean isPlaced() {
    return isKnown(sformCode) || isKnown(qformCode);
  }

  private static boolean isKnown(int formCode) {
    return formCode > 0 && formCode <= LAST_FORM_CODE;
  }

  private double[][] sform() {
    return new double[][] {row(0), row(1), row(2), {0, 0, 0, 1}};
  }

  private double[] row(int index) {
    return srow.subList(4 * index, 4 * index + 4).stream().mapToDouble(d -> d).toArray();
  }

  private double[][] qform() {
    double[][] affine =
        rotation(realPart(), quaternion.get(0), quaternion.get(1), quaternion.get(2));
    double[] scale = {zoom(0), zoom(1), pixdim.get(0) == -1 ? -zoom(2) : zoom(2)};
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        affine[row][column] *= scale[column];
      }
      affine[row][3] = offset.get(row);
    }
    return affine;
  }

  private double realPart() {
    double squared = 1 - quaternion.stream().mapToDouble(q -> q * q).sum();
    if (Math.abs(squared) < 3 * precision.epsilon) {
      return 0;
    }
    if (!(squared >= 0)) {
      throw new IllegalArgumentException(
          "the quaternion " + quaternion + " of its qform is longer than 1");
    }
    return Math.sqrt(squared);
  }

  private static double[][] rotation(double a, double b, double c, double d) {
    double s = 2 / (a * a + b * b + c * c + d * d);
    return new double[][] {
      {1 - s * (c * c + d * d), s * (b * c - d * a), s * (b * d + c * a), 0},
      {s * (b * c + d * a), 1 - s * (b * b + d * d), s * (c * d - b * a), 0},
      {s * (b * d - c * a), s * (c * d + b * a), 1 - s * (b * b + c * c), 0},
      {0, 0, 0, 1}
    };
  }

  private double[][] centred(int rank, long[] shape) {
    double[][] affine = {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}};
    for (int axis = 0; axis < 3; axis++) {
      double size = (axis < rank ? zoom(axis) : 1) * (axis == 0 ? -1 : 1);
      affine[axis][axis] = size;
      affine[axis][3] = -(shape[axis] - 1) / 2.0 * size;
    }
    return affine;
  }
}
