package io.wisp.volume;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;

/**
 * What is in a scan's file, over all its frames, in nibabel's and numpy's terms. Voxels that are
 * NaN are left out of {@code sum}, {@code min} and {@code max}, which are NaN only if all are.
 *
 * @param shape voxels along every axis the header has
 * @param zooms the sizes along these axes
 * @param affine voxel indices to RAS+ space, [4][4]
 * @param axcodes where the axes of space point, such as {@code RAS}
 * @param dtype numpy's name of the stored type: {@code int16}, or {@code >i2} for big-endian bytes
 * @param first the voxel at index 0 of all axes
 * @param mid the voxel at {@code shape / 2}, rounded down
 * @param frames how many 3-D frames it has
 * @param frameMeaning what these are, as far as the file tells; null where it tells nothing
 * @param details what only this format says; null where it says no more
 */
public record VolumeInfo(
    List<Long> shape,
    List<Double> zooms,
    List<List<Double>> affine,
    String axcodes,
    String dtype,
    double sum,
    double min,
    double max,
    double first,
    double mid,
    long frames,
    String frameMeaning,
    Details details) {
  private static final MathContext DIGITS = new MathContext(6);

  /** What only one format says of its scans: a record, whose fields go into JSON. */
  public interface Details {
    /** What its object in JSON is called, such as {@code dicom}. */
    String format();

    /** What of it people want to know. */
    List<Line> lines();
  }

  /** A name and a value. */
  public record Line(String name, String value) {}

  /**
   * Puts together what a format has read.
   *
   * @param affine voxel indices to RAS+ space, [4][4]
   * @param values has seen all voxels
   * @param details null for none
   */
  public static VolumeInfo of(
      List<Long> shape,
      List<Double> zooms,
      double[][] affine,
      String dtype,
      VolumeStatistics values,
      Frames frames,
      Details details) {
    return new VolumeInfo(
        shape,
        zooms,
        Arrays.stream(affine).map(row -> Arrays.stream(row).boxed().toList()).toList(),
        Orientation.axcodes(affine),
        dtype,
        values.sum(),
        values.min(),
        values.max(),
        values.first(),
        values.mid(),
        frames.count(),
        frames.meaning().isEmpty() ? null : frames.meaning(),
        details);
  }

  /** A number for people: six digits at most, without zeros at the end. */
  public static String text(double value) {
    if (!Double.isFinite(value)) {
      return String.valueOf(value);
    }
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    BigDecimal exact = new BigDecimal(value);
    BigDecimal shown = (whole ? exact : exact.round(DIGITS)).stripTrailingZeros();
    return whole || Math.abs(value) >= 1e-4 ? shown.toPlainString() : shown.toString();
  }
}
