package io.wisp.volume;

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
 * @param dicom what only DICOM files say; null for any other scan
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
    DicomInfo dicom) {

  /** Reads all voxels, a block at a time. */
  static VolumeInfo of(NiftiReader reader) {
    NiftiHeader header = reader.header();
    var statistics = new VolumeStatistics(header.middle());
    reader.readAll(statistics::add);
    double[][] affine = header.affine();
    return new VolumeInfo(
        header.shape(),
        header.zooms(),
        Arrays.stream(affine).map(row -> Arrays.stream(row).boxed().toList()).toList(),
        Orientation.axcodes(affine),
        header.type().numpyName(header.order()),
        statistics.sum(),
        statistics.min(),
        statistics.max(),
        statistics.first(),
        statistics.mid(),
        null);
  }
}
