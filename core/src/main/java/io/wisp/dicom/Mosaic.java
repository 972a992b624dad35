package io.wisp.dicom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A mosaic of Siemens: one picture that shows the slices of a volume in a square of tiles. Its
 * position is that of the whole picture, as if this lay around the centre of the first slice
 * (nibabel, {@code MosaicWrapper}).
 *
 * @param tiles how many there are; 0 if it is not told
 * @param normal from a slice to the next, a unit vector; empty if it is not told
 */
record Mosaic(int tiles, List<Double> normal) {
  private static final String KIND = "a mosaic of Siemens";
  private static final String TYPE = "MOSAIC";
  private static final String TILES = "NumberOfImagesInMosaic";
  private static final String NORMAL = "SliceNormalVector";
  private static final double PARALLEL = 1e-4;

  /** Empty if the picture is no mosaic. */
  static Optional<Mosaic> of(DataSet data) throws BadDicom {
    boolean siemens = data.text(Tag.SIEMENS_BLOCK).startsWith("SIEMENS MR");
    boolean typed = Arrays.asList(data.text(Tag.IMAGE_TYPE).split("\\\\")).contains(TYPE);
    int told = data.unsigned(Tag.MOSAIC_TILES).orElse(0);
    if (!typed && !(siemens && told > 1)) {
      return Optional.empty();
    }
    boolean csa = data.text(Tag.SIEMENS_CSA_BLOCK).startsWith("SIEMENS CSA");
    byte[] header = csa ? data.bytes(Tag.SIEMENS_CSA_HEADER) : new byte[0];
    int tiles = CsaHeader.numbers(header, TILES).stream().findFirst().orElse(0.0).intValue();
    if (told > 0 && tiles > 0 && told != tiles) {
      throw new BadDicom(
          "is a mosaic of Siemens that tells of %s slices and of %s: convert it with dcm2niix"
              .formatted(told, tiles));
    }
    return Optional.of(new Mosaic(Math.max(told, tiles), CsaHeader.numbers(header, NORMAL)));
  }

  /**
   * The tiles and their places.
   *
   * @throws BadDicom if the header does not tell where they lie
   */
  TileSheet sheet(DataSet data, PixelFormat pixels) throws BadDicom {
    List<Double> position = data.numbers(Tag.POSITION, 3);
    List<Double> along = Planes.orientation(data);
    List<Double> spacing = Planes.spacing(data);
    double distance = Math.abs(data.number(Tag.SPACING_BETWEEN_SLICES, 0));
    int across = (int) Math.ceil(Math.sqrt(tiles));
    if (tiles < 1
        || position.isEmpty()
        || along.isEmpty()
        || spacing.isEmpty()
        || distance == 0
        || pixels.frames() != 1
        || pixels.columns() % across != 0
        || pixels.rows() % across != 0
        || sense(along) == 0) {
      throw TileSheet.unknown(KIND, tiles);
    }
    int columns = pixels.columns() / across;
    int rows = pixels.rows() / across;
    double right = (pixels.columns() - columns) / 2.0 * spacing.get(1);
    double down = (pixels.rows() - rows) / 2.0 * spacing.get(0);
    double[] step = DicomGeometry.normal(along);
    double signed = sense(along) * distance;
    List<List<Double>> places = new ArrayList<>();
    for (int tile = 0; tile < tiles; tile++) {
      double away = tile * signed;
      places.add(
          IntStream.range(0, 3)
              .mapToObj(
                  axis ->
                      position.get(axis)
                          + right * along.get(axis)
                          + down * along.get(3 + axis)
                          + away * step[axis])
              .toList());
    }
    return new TileSheet(columns, rows, across, places);
  }

  /** 1 if slices follow one another along row × column, -1 against it, 0 if that is not clear. */
  private int sense(List<Double> along) {
    if (normal.size() != 3) {
      return 0;
    }
    double[] cross = DicomGeometry.normal(along);
    double dot = IntStream.range(0, 3).mapToDouble(i -> cross[i] * normal.get(i)).sum();
    return Math.abs(Math.abs(dot) - 1) > PARALLEL ? 0 : (int) Math.signum(dot);
  }
}
