package io.wisp.dicom;

import io.wisp.UserError;
import io.wisp.volume.Geometry;
import io.wisp.volume.ScanSource;
import io.wisp.volume.Volume;
import io.wisp.volume.VolumeInfo;
import io.wisp.volume.VolumeStatistics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A scan that is kept as DICOM files: all those right in a folder, or one file with one picture or
 * more. Values are rescaled as each file says.
 */
public final class DicomSeries implements ScanSource {
  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final Path path;
  private final List<DicomFile> sorted;

  private DicomSeries(Path path, List<DicomFile> sorted) {
    this.path = path;
    this.sorted = sorted;
  }

  /**
   * Reads the headers of a series.
   *
   * @param path a folder or a file
   * @throws MixedSeriesError if the folder holds several series
   * @throws UserError if a file is damaged, or a slice between others is missing
   */
  public static DicomSeries open(Path path) {
    List<DicomFile> sorted =
        Files.isDirectory(path) ? openFolder(path) : List.of(DicomFile.open(path));
    return new DicomSeries(path, sorted);
  }

  private static List<DicomFile> openFolder(Path folder) {
    List<DicomFile> files = DicomFolder.open(folder);
    return files.size() == 1 ? files : new DicomStack(folder, files).sorted();
  }

  @Override
  public Path path() {
    return path;
  }

  /** The files in the order of the slices. */
  @Override
  public List<Path> files() {
    return sorted.stream().map(DicomFile::path).toList();
  }

  /** How the series lies in space; the z axis runs along its files. */
  @Override
  public Geometry geometry() {
    Geometry geometry = DicomGeometry.of(sorted);
    if (geometry.voxelCount() > LARGEST_ARRAY) {
      throw new UserError(
          "%s has %s voxels, more than the 2^31 Wisp can hold: crop it."
              .formatted(path, geometry.shapeText()));
    }
    return geometry;
  }

  /** Reads all pixels; there is only the frame 0. */
  @Override
  public Volume read(int frame) {
    if (frame != 0) {
      throw new UserError("%s has no frame %s: its frames are 0 to 0.".formatted(path, frame));
    }
    Geometry geometry = geometry();
    float[] voxels = new float[(int) geometry.voxelCount()];
    readSlices(
        (slice, header, stored) -> {
          int offset = slice * stored.length;
          for (int i = 0; i < stored.length; i++) {
            voxels[offset + i] = (float) (header.slope() * stored[i] + header.intercept());
          }
        });
    return new Volume(geometry, voxels, this);
  }

  @FunctionalInterface
  private interface SliceConsumer {
    void accept(int slice, DicomHeader header, double[] stored);
  }

  private void readSlices(SliceConsumer consumer) {
    for (int i = 0; i < sorted.size(); i++) {
      DicomFile file = sorted.get(i);
      int before = i * file.header().pixels().frames();
      file.readFrames((frame, stored) -> consumer.accept(before + frame, file.header(), stored));
    }
  }

  @Override
  public VolumeInfo info() {
    Geometry geometry = geometry();
    int[] shape = geometry.shape();
    long middle =
        shape[0] / 2 + (long) shape[0] * (shape[1] / 2 + (long) shape[1] * (shape[2] / 2));
    VolumeStatistics values = new VolumeStatistics(middle);
    VolumeStatistics pixels = new VolumeStatistics(middle);
    readSlices(
        (slice, header, stored) -> {
          pixels.add(stored, stored.length);
          rescale(header, stored);
          values.add(stored, stored.length);
        });
    return VolumeInfo.of(
        Arrays.stream(shape).mapToObj(Long::valueOf).toList(),
        Arrays.stream(geometry.zooms()).boxed().toList(),
        geometry.affine(),
        numpyType(),
        values,
        dicom(pixels));
  }

  private static void rescale(DicomHeader header, double[] stored) {
    for (int i = 0; i < stored.length; i++) {
      stored[i] = header.slope() * stored[i] + header.intercept();
    }
  }

  private DicomInfo dicom(VolumeStatistics pixels) {
    DicomHeader first = sorted.get(0).header();
    PixelFormat format = first.pixels();
    return new DicomInfo(
        first.syntax().uid(),
        sorted.size(),
        format.rows(),
        format.columns(),
        format.frames(),
        format.bitsStored(),
        format.signed(),
        first.slope(),
        first.intercept(),
        first.spacing(),
        first.position(),
        pixels.sum(),
        pixels.min(),
        pixels.max());
  }

  private String numpyType() {
    PixelFormat format = sorted.get(0).header().pixels();
    return (format.signed() ? "int" : "uint") + format.bitsAllocated();
  }
}
