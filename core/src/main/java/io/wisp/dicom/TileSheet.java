package io.wisp.dicom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A frame that shows the slices of a volume side by side, row by row: a mosaic of Siemens or a
 * VFRAME of United Imaging.
 *
 * @param columns of a tile
 * @param rows of a tile
 * @param across tiles in a row
 * @param places the position of the first pixel of each tile
 */
record TileSheet(int columns, int rows, int across, List<List<Double>> places) {
  private static final String SHEET = "VFRAME";

  /**
   * @throws BadDicom if the frame is of tiles, but the header does not tell where each lies
   */
  static Optional<TileSheet> of(DataSet data, PixelFormat pixels) throws BadDicom {
    List<String> types = Arrays.asList(data.text(Tag.IMAGE_TYPE).split("\\\\"));
    if (types.contains(SHEET) || data.has(Tag.SHEET_SLICES)) {
      return Optional.of(sheet(data, pixels));
    }
    Optional<Mosaic> mosaic = Mosaic.of(data);
    return mosaic.isEmpty() ? Optional.empty() : Optional.of(mosaic.get().sheet(data, pixels));
  }

  private static TileSheet sheet(DataSet data, PixelFormat pixels) throws BadDicom {
    List<List<Double>> places = new ArrayList<>();
    for (DataSet slice : data.items(Tag.SHEET_SLICES)) {
      places.add(slice.numbers(Tag.POSITION, 3));
    }
    double told = data.number(Tag.SHEET_TILES, places.size());
    if (places.stream().anyMatch(List::isEmpty)
        || told != places.size()
        || Planes.orientation(data).isEmpty()) {
      throw unknown("a VFRAME sheet of United Imaging", (int) told);
    }
    return of(pixels, places, "a VFRAME sheet of United Imaging");
  }

  /** Tiles lie in about as many rows as columns, and a last row may be left out. */
  private static TileSheet of(PixelFormat pixels, List<List<Double>> places, String what)
      throws BadDicom {
    if (places.isEmpty() || pixels.frames() != 1) {
      throw unknown(what, places.size());
    }
    int across = (int) Math.ceil(Math.sqrt(places.size()));
    List<TileSheet> possible =
        IntStream.of((places.size() + across - 1) / across, across)
            .distinct()
            .filter(down -> pixels.columns() % across == 0 && pixels.rows() % down == 0)
            .mapToObj(
                down ->
                    new TileSheet(pixels.columns() / across, pixels.rows() / down, across, places))
            .toList();
    List<TileSheet> square =
        possible.stream().filter(sheet -> sheet.rows == sheet.columns).toList();
    if (possible.size() != 1 && square.size() != 1) {
      throw unknown(what, places.size());
    }
    return possible.size() == 1 ? possible.get(0) : square.get(0);
  }

  static BadDicom unknown(String what, int tiles) {
    return new BadDicom(
        "is %s: one picture that shows%s slices side by side, and its header does not tell where they lie; convert it with dcm2niix"
            .formatted(what, tiles > 1 ? " " + tiles : ""));
  }

  /** The places of the tiles, of which the frame's own place tells the direction. */
  List<Plane> planes(Plane frame) {
    return places.stream().map(frame::withPosition).toList();
  }

  /** Cuts a tile out of a frame. */
  double[] cut(double[] frame, int tile) {
    double[] cut = new double[rows * columns];
    int left = tile % across * columns;
    int top = tile / across * rows;
    for (int row = 0; row < rows; row++) {
      System.arraycopy(frame, (top + row) * across * columns + left, cut, row * columns, columns);
    }
    return cut;
  }
}
