package io.wisp.volume;

import io.wisp.UserError;
import io.wisp.dicom.DicomFile;
import io.wisp.dicom.DicomHeader;
import io.wisp.dicom.PixelFormat;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A scan that is kept as DICOM files: all those right in a folder, or one file with one picture or
 * more. Values are rescaled as each file says.
 */
public final class DicomSeries {
  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final Path path;
  private final List<DicomFile> sorted;

  private DicomSeries(Path path, List<DicomFile> sorted) {
    this.path = path;
    this.sorted = sorted;
  }

  /**
   * Whether a path is a folder with DICOM files right in it, or such a file, by its first bytes or
   * its ending {@code .dcm}.
   */
  public static boolean isSeries(Path path) {
    return Files.isDirectory(path)
        ? DicomFolder.holdsDicom(path)
        : DicomFolder.isCalledDicom(path)
            || (Files.isRegularFile(path) && DicomFolder.isImage(path));
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

  /** The files in the order of the slices. */
  public List<Path> files() {
    return sorted.stream().map(DicomFile::path).toList();
  }

  /** How the series lies in space; the z axis runs along its files. */
  public Geometry geometry() {
    Geometry geometry = DicomGeometry.of(sorted);
    if (geometry.voxelCount() > LARGEST_ARRAY) {
      throw new UserError(
          "%s has %s voxels, more than the 2^31 Wisp can hold: crop it."
              .formatted(path, geometry.shapeText()));
    }
    return geometry;
  }

  /** Reads all pixels. */
  public Volume read() {
    Geometry geometry = geometry();
    float[] voxels = new float[(int) geometry.voxelCount()];
    readSlices(
        (slice, header, stored) -> {
          int offset = slice * stored.length;
          for (int i = 0; i < stored.length; i++) {
            voxels[offset + i] = (float) (header.slope() * stored[i] + header.intercept());
          }
        });
    return new Volume(geometry, voxels);
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

  /** Says what is in the series; reads all pixels without holding them. */
  VolumeInfo info() {
    Geometry geometry = geometry();
    int[] shape = geometry.shape();
    long middle =
        shape[0] / 2 + (long) shape[0] * (shape[1] / 2 + (long) shape[1] * (shape[2] / 2));
    VolumeStatistics values = new VolumeStatistics(middle);
    VolumeStatistics pixels = new VolumeStatistics(middle);
    readSlices(
        (slice, header, stored) -> {
          pixels.add(stored, stored.length);
          new Scaling(header.slope(), header.intercept()).apply(stored, stored.length);
          values.add(stored, stored.length);
        });
    double[][] affine = geometry.affine();
    return new VolumeInfo(
        Arrays.stream(shape).mapToObj(Long::valueOf).toList(),
        Arrays.stream(geometry.zooms()).boxed().toList(),
        Arrays.stream(affine).map(row -> Arrays.stream(row).boxed().toList()).toList(),
        geometry.axcodes(),
        type().numpyName(ByteOrder.LITTLE_ENDIAN),
        values.sum(),
        values.min(),
        values.max(),
        values.first(),
        values.mid(),
        dicom(pixels));
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

  private DataType type() {
    PixelFormat format = sorted.get(0).header().pixels();
    return switch (format.bitsAllocated()) {
      case 8 -> format.signed() ? DataType.INT8 : DataType.UINT8;
      case 16 -> format.signed() ? DataType.INT16 : DataType.UINT16;
      default -> format.signed() ? DataType.INT32 : DataType.UINT32;
    };
  }
}
