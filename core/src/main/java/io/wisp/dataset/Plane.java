package io.wisp.dataset;

import io.wisp.volume.Geometry;
import io.wisp.volume.Volume;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * How a volume's array falls into slices: the slice at place k holds, at row r and column c, the
 * voxel at index k·sliceStride + r·rowStride + c·columnStride. Columns run along the earlier of the
 * two remaining array axes, rows along the later one; nothing is flipped.
 *
 * @param axis the array axis that slices are stacked along, 0 to 2
 * @param count how many slices there are
 * @param rows rows of a slice
 * @param columns columns of a slice
 * @param sliceStride distance in the array from a slice to the next
 * @param rowStride distance from a row to the next
 * @param columnStride distance from a column to the next
 * @param sliceSpacing millimetres from a slice to the next; NaN if the header does not tell
 * @param rowSpacing millimetres from a row to the next; NaN if the header does not tell
 * @param columnSpacing millimetres from a column to the next; NaN if the header does not tell
 */
public record Plane(
    int axis,
    int count,
    int rows,
    int columns,
    int sliceStride,
    int rowStride,
    int columnStride,
    double sliceSpacing,
    double rowSpacing,
    double columnSpacing) {

  /** The plane of a volume of some geometry, cut along an axis. */
  public static Plane of(Axis axis, Geometry geometry) {
    int across = axis.resolve(geometry);
    int column = across == 0 ? 1 : 0;
    int row = across == 2 ? 1 : 2;
    int[] shape = geometry.shape();
    int[] strides = {1, shape[0], shape[0] * shape[1]};
    double[] spacing = spacing(geometry);
    return new Plane(
        across,
        shape[across],
        shape[row],
        shape[column],
        strides[across],
        strides[row],
        strides[column],
        spacing[across],
        spacing[row],
        spacing[column]);
  }

  /** The places of all slices. */
  public SortedSet<Integer> places() {
    return new TreeSet<>(IntStream.range(0, count).boxed().toList());
  }

  /** Takes a slice out of a volume: rows·columns intensities, row by row. */
  public float[] extract(Volume volume, int slice) {
    float[] voxels = volume.voxels();
    float[] pixels = new float[rows * columns];
    for (int row = 0, i = 0; row < rows; row++) {
      int from = slice * sliceStride + row * rowStride;
      for (int column = 0; column < columns; column++) {
        pixels[i++] = voxels[from + column * columnStride];
      }
    }
    return pixels;
  }

  /**
   * Lays a slice into the array of a volume.
   *
   * @param pixels rows·columns values, row by row
   * @param voxels the array of a volume of this plane's geometry
   */
  public void insert(float[] pixels, float[] voxels, int slice) {
    for (int row = 0, i = 0; row < rows; row++) {
      int to = slice * sliceStride + row * rowStride;
      for (int column = 0; column < columns; column++) {
        voxels[to + column * columnStride] = pixels[i++];
      }
    }
  }

  /** Sizes of exactly 1 mean nothing in a header that was never filled in. */
  private static double[] spacing(Geometry geometry) {
    boolean unit = Arrays.stream(geometry.zooms()).allMatch(zoom -> zoom == 1);
    boolean placed = geometry.isPlaced() && !isIdentity(geometry.affine());
    return unit && !placed ? new double[] {Double.NaN, Double.NaN, Double.NaN} : geometry.spacing();
  }

  private static boolean isIdentity(double[][] affine) {
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 4; column++) {
        if (affine[row][column] != (row == column ? 1 : 0)) {
          return false;
        }
      }
    }
    return true;
  }
}
