package io.wisp.dicom;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What Wisp needs to know of a file. Texts are empty where the file does not tell.
 *
 * @param syntax how it is encoded
 * @param pixels how its pixels are stored
 * @param planes where each of its pictures lies: its frames, or the tiles of its sheet
 * @param sheet how a frame falls into tiles, if each is a picture
 * @param instance the number of the picture in its series
 * @param acquisition the number of the acquisition
 * @param series which series it belongs to
 * @param guess what was taken for want of better, in words; empty if the file tells all
 * @param flaw why Wisp cannot use its pictures; the sentence begins with the file's name
 */
record DicomHeader(
    TransferSyntax syntax,
    PixelFormat pixels,
    List<Plane> planes,
    Optional<TileSheet> sheet,
    OptionalInt instance,
    OptionalInt acquisition,
    SeriesName series,
    Optional<String> guess,
    Optional<String> flaw) {

  /**
   * @param pixelTag the element that holds the pixels
   */
  static DicomHeader of(TransferSyntax syntax, DataSet data, int pixelTag) throws BadDicom {
    PixelFormat pixels = PixelFormat.of(data, pixelTag);
    Planes planes = Planes.of(data, pixels.frames());
    Optional<TileSheet> sheet = Optional.empty();
    Optional<String> flaw = pixels.flaw(data, syntax).or(planes::flaw);
    try {
      sheet = TileSheet.of(data, pixels);
    } catch (BadDicom e) {
      flaw = Optional.of(e.getMessage());
    }
    return new DicomHeader(
        syntax,
        pixels,
        sheet.isPresent() ? sheet.get().planes(planes.list().get(0)) : planes.list(),
        sheet,
        whole(data, Tag.INSTANCE_NUMBER),
        whole(data, Tag.ACQUISITION_NUMBER),
        SeriesName.of(data),
        planes.guess(),
        flaw);
  }

  private static OptionalInt whole(DataSet data, Tag tag) throws BadDicom {
    double number = data.number(tag, Double.NaN);
    return Double.isNaN(number) ? OptionalInt.empty() : OptionalInt.of((int) number);
  }

  /** Columns of one of its pictures. */
  int columns() {
    return sheet.map(TileSheet::columns).orElse(pixels.columns());
  }

  /** Rows of one of its pictures. */
  int rows() {
    return sheet.map(TileSheet::rows).orElse(pixels.rows());
  }
}
