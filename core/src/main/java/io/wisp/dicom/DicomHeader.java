package io.wisp.dicom;

import java.util.List;
import java.util.OptionalInt;

/**
 * What Wisp needs to know of a file. Lists are empty where the file does not tell.
 *
 * @param syntax how it is encoded
 * @param pixels how its pixels are stored
 * @param slope of {@code value = slope · stored + intercept}
 * @param intercept of the same
 * @param spacing millimetres from a row to the next, and from a column to the next, [2]
 * @param position the centre of the first pixel, in millimetres to the left, back and head, [3]
 * @param orientation the direction along a row, then that along a column, [6]
 * @param thickness millimetres from a slice to the next as the file has them; NaN if unknown
 * @param instance the number of the picture in its series
 * @param seriesUid the identifier of its series
 * @param series the series in words
 */
public record DicomHeader(
    TransferSyntax syntax,
    PixelFormat pixels,
    double slope,
    double intercept,
    List<Double> spacing,
    List<Double> position,
    List<Double> orientation,
    double thickness,
    OptionalInt instance,
    String seriesUid,
    String series) {

  static DicomHeader of(TransferSyntax syntax, DataSet data) throws BadDicom {
    PixelFormat pixels = PixelFormat.of(data);
    List<Double> position = data.numbers(Tag.POSITION, 3);
    if (pixels.frames() > 1 && position.isEmpty() && data.has(Tag.SHARED_FUNCTIONAL_GROUPS)) {
      throw new BadDicom(
          "is an enhanced file with %s pictures, whose places Wisp does not read: convert it with"
                  .formatted(pixels.frames())
              + " dcm2niix");
    }
    return new DicomHeader(
        syntax,
        pixels,
        data.number(Tag.RESCALE_SLOPE, 1),
        data.number(Tag.RESCALE_INTERCEPT, 0),
        spacing(data),
        position,
        data.numbers(Tag.ORIENTATION, 6),
        thickness(data),
        instance(data),
        data.text(Tag.SERIES_UID),
        data.text(Tag.SERIES_DESCRIPTION));
  }

  private static List<Double> spacing(DataSet data) throws BadDicom {
    List<Double> spacing = data.numbers(Tag.PIXEL_SPACING, 2);
    List<Double> found = spacing.isEmpty() ? data.numbers(Tag.IMAGER_PIXEL_SPACING, 2) : spacing;
    return found.stream().allMatch(millimetres -> millimetres > 0) ? found : List.of();
  }

  private static double thickness(DataSet data) throws BadDicom {
    double between = Math.abs(data.number(Tag.SPACING_BETWEEN_SLICES, 0));
    double thickness = between > 0 ? between : data.number(Tag.SLICE_THICKNESS, 0);
    return thickness > 0 ? thickness : Double.NaN;
  }

  private static OptionalInt instance(DataSet data) throws BadDicom {
    double number = data.number(Tag.INSTANCE_NUMBER, Double.NaN);
    return Double.isNaN(number) ? OptionalInt.empty() : OptionalInt.of((int) number);
  }
}
