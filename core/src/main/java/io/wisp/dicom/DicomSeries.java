package io.wisp.dicom;

import io.wisp.Remedy;
import io.wisp.UserError;
import io.wisp.volume.Frames;
import io.wisp.volume.Geometry;
import io.wisp.volume.ScanFormat;
import io.wisp.volume.ScanSource;
import io.wisp.volume.Volume;
import io.wisp.volume.VolumeInfo;
import io.wisp.volume.VolumeStatistics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A scan that is kept as DICOM files: a series of those right in a folder, or of one file with one
 * picture or more. Values are rescaled as each picture says. A series that shows each place several
 * times has so many frames.
 */
public final class DicomSeries implements ScanSource {
  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final Path path;
  private final SeriesPart part;
  private final boolean alone;
  private final ScanFormat.Choice choice;
  private DicomFrames volumes;

  private DicomSeries(Path path, SeriesPart part, boolean alone, ScanFormat.Choice choice) {
    this.path = path;
    this.part = part;
    this.alone = alone;
    this.choice = choice;
  }

  /** As {@link #open(Path, ScanFormat.Choice)}, with nothing chosen. */
  public static DicomSeries open(Path path) {
    return open(path, ScanFormat.Choice.NONE);
  }

  /**
   * Reads the headers of a series.
   *
   * @param path a folder or a file
   * @throws UserError if it holds several series and not one is chosen, a file is damaged, or the
   *     slices are no whole scan
   */
  public static DicomSeries open(Path path, ScanFormat.Choice choice) {
    List<DicomSeries> all = openAll(path, choice);
    if (all.size() > 1) {
      boolean named = choice.series().isPresent() && !choice.isAll();
      throw new UserError(
          "%s %s %s series: %s. Choose one by what stands in front of it, by its description or identifier."
              .formatted(
                  path,
                  named ? "holds by that name" : "is no single scan: it holds",
                  all.size(),
                  text(all.stream().map(series -> series.part).toList())),
          Remedy.SERIES);
    }
    all.get(0).volumes();
    return all.get(0);
  }

  /**
   * Reads the headers of every series, or of those chosen.
   *
   * @throws UserError if a file is damaged, or none is of the chosen series
   */
  public static List<DicomSeries> openAll(Path path, ScanFormat.Choice choice) {
    List<DicomFile> files =
        Files.isDirectory(path) ? DicomFolder.open(path) : List.of(DicomFile.open(path));
    List<SeriesPart> parts = SeriesSplit.of(path, files);
    List<SeriesPart> chosen =
        choice.series().isEmpty() || choice.isAll()
            ? parts
            : parts.stream().filter(part -> part.isCalled(choice.series().get())).toList();
    if (chosen.isEmpty()) {
      throw new UserError(
          "%s holds no series \"%s\": it holds %s."
              .formatted(path, choice.series().get(), text(parts)),
          Remedy.SERIES);
    }
    return chosen.stream()
        .map(part -> new DicomSeries(path, part, parts.size() == 1, choice))
        .toList();
  }

  private static String text(List<SeriesPart> parts) {
    return parts.stream().map(SeriesPart::text).collect(Collectors.joining("; "));
  }

  private DicomFrames volumes() {
    if (volumes == null) {
      String where = alone ? path.toString() : path + " (series " + part.key() + ")";
      volumes = new DicomStack(where, part.pictures(), choice).volumes();
    }
    return volumes;
  }

  private List<Picture> first() {
    return volumes().volumes().get(0);
  }

  private List<Picture> all() {
    return volumes().volumes().stream().flatMap(List::stream).toList();
  }

  private Optional<EvenSpacing> even() {
    return volumes().even();
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public String series() {
    return alone ? "" : (part.key() + " " + part.name().description()).strip();
  }

  @Override
  public String seriesKey() {
    return alone ? "" : part.key();
  }

  @Override
  public Frames frames() {
    int count = volumes().volumes().size();
    return count == 1 ? Frames.ONE : new Frames(count, volumes().meaning());
  }

  /** The files in the order of the slices. */
  @Override
  public List<Path> files() {
    return all().stream().map(picture -> picture.file().path()).distinct().toList();
  }

  @Override
  public List<Path> sliceFiles() {
    List<Path> given = first().stream().map(picture -> picture.file().path()).toList();
    return even()
        .map(
            spacing ->
                IntStream.range(0, spacing.count())
                    .mapToObj(slice -> given.get(spacing.nearest(slice)))
                    .toList())
        .orElse(given);
  }

  @Override
  public Optional<String> resampled() {
    return even().map(EvenSpacing::text);
  }

  /** How the series lies in space; the z axis runs along its slices. */
  @Override
  public Geometry geometry() {
    Geometry geometry =
        even()
            .map(spacing -> DicomGeometry.of(first(), spacing))
            .orElseGet(() -> DicomGeometry.of(first()));
    if (geometry.voxelCount() > LARGEST_ARRAY) {
      throw new UserError(
          "%s has %s voxels, more than the 2^31 Wisp can hold: crop it."
              .formatted(path, geometry.shapeText()));
    }
    return geometry;
  }

  @Override
  public Volume read(int frame) {
    frames().check(path, frame);
    Geometry geometry = geometry();
    List<Picture> slices = volumes().volumes().get(frame);
    float[] voxels = new float[Math.multiplyExact(geometry.nx() * geometry.ny(), slices.size())];
    SliceReader.read(
        slices,
        (slice, plane, stored) -> {
          int offset = slice * stored.length;
          for (int i = 0; i < stored.length; i++) {
            voxels[offset + i] = (float) (plane.slope() * stored[i] + plane.intercept());
          }
        });
    float[] even = even().map(spacing -> spacing.resample(voxels)).orElse(voxels);
    return new Volume(geometry, even, this);
  }

  @Override
  public VolumeInfo info() {
    Geometry geometry = geometry();
    List<Long> shape =
        new ArrayList<>(Arrays.stream(geometry.shape()).mapToObj(Long::valueOf).toList());
    List<Double> zooms = new ArrayList<>(Arrays.stream(geometry.zooms()).boxed().toList());
    if (frames().count() > 1) {
      shape.add(frames().count());
      zooms.add(1.0);
    }
    long middle = 0;
    for (int axis = shape.size() - 1; axis >= 0; axis--) {
      middle = middle * shape.get(axis) + shape.get(axis) / 2;
    }
    VolumeStatistics values = new VolumeStatistics(middle);
    VolumeStatistics pixels = new VolumeStatistics(middle);
    SliceReader.read(
        all(),
        (slice, plane, stored) -> {
          pixels.add(stored, stored.length);
          if (even().isEmpty()) {
            values.add(rescaled(plane, stored), stored.length);
          }
        });
    if (even().isPresent()) {
      for (int frame = 0; frame < frames().count(); frame++) {
        addAll(read(frame).voxels(), values);
      }
    }
    return VolumeInfo.of(
        List.copyOf(shape),
        List.copyOf(zooms),
        geometry.affine(),
        numpyType(),
        values,
        frames(),
        DicomInfo.of(first().get(0), files().size(), pixels));
  }

  private static void addAll(float[] voxels, VolumeStatistics values) {
    double[] all = IntStream.range(0, voxels.length).mapToDouble(i -> voxels[i]).toArray();
    values.add(all, all.length);
  }

  private static double[] rescaled(Plane plane, double[] stored) {
    return Arrays.stream(stored).map(value -> plane.slope() * value + plane.intercept()).toArray();
  }

  private String numpyType() {
    PixelFormat format = part.pictures().get(0).header().pixels();
    if (format.floating()) {
      return "float" + format.bitsAllocated();
    }
    return (format.signed() ? "int" : "uint") + format.bitsAllocated();
  }
}
