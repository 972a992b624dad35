package io.wisp.dicom;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * Where a picture lies, and what its pixels mean. Lists are empty where the file does not tell.
 *
 * @param spacing millimetres from a row to the next, and from a column to the next, [2]
 * @param position the centre of the first pixel, in millimetres to the left, back and head, [3]
 * @param orientation the direction along a row, then that along a column, [6]
 * @param thickness millimetres from a slice to the next as the file has them; NaN if unknown
 * @param slope of {@code value = slope · stored + intercept}
 * @param intercept of the same
 * @param marks what tells it apart from other pictures of its place
 */
@RecordBuilder
record Plane(
    List<Double> spacing,
    List<Double> position,
    List<Double> orientation,
    double thickness,
    double slope,
    double intercept,
    Marks marks)
    implements PlaneBuilder.With {

  /**
   * What tells pictures of one place apart. Text is empty, and numbers are NaN, where the file does
   * not tell.
   *
   * @param type the kind of picture, such as {@code ORIGINAL\PRIMARY\M\ND}
   * @param stack the stack of slices that it belongs to
   * @param echo the echo time in milliseconds
   * @param time its number in time
   * @param bValue how strongly diffusion weighs it, in s/mm²
   * @param delay milliseconds since the heart's beat
   * @param index the other numbers that the file counts its frames by
   */
  @RecordBuilder
  record Marks(
      String type,
      String stack,
      double echo,
      double time,
      double bValue,
      double delay,
      List<Integer> index)
      implements PlaneMarksBuilder.With {}

  /** Whether it is known where it lies in space. */
  boolean isPlaced() {
    return !position.isEmpty() && !orientation.isEmpty();
  }

  /** The place of the picture so many millimetres along the normal. */
  Plane along(double millimetres) {
    if (!isPlaced()) {
      return this;
    }
    double[] normal = DicomGeometry.normal(orientation);
    return withPosition(
        List.of(
            position.get(0) + normal[0] * millimetres,
            position.get(1) + normal[1] * millimetres,
            position.get(2) + normal[2] * millimetres));
  }
}
