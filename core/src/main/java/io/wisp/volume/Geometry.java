package io.wisp.volume;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Everything that places a scan in space: the shape of its grid, the voxel sizes, and sform and
 * qform with their codes and units as the file has them. A volume written with the geometry of a
 * scan carries the scan's own header fields, bit for bit.
 */
public final class Geometry {
  private static final int ALIGNED = 2;

  /** The cosine of the angle up to which an axis points along one of space. */
  private static final double ALONG = 1 - 1e-7;

  private final int rank;
  private final int nx;
  private final int ny;
  private final int nz;
  private final Placement placement;
  private final double[][] affine;

  /**
   * A grid placed by the fields of a header.
   *
   * @param rank the number of axes of space that the header has, 1 to 3
   * @throws IllegalArgumentException if the grid is empty or the fields place it nowhere
   */
  public Geometry(int rank, int nx, int ny, int nz, Placement placement) {
    if (nx < 1 || ny < 1 || nz < 1) {
      throw new IllegalArgumentException("a grid of " + nx + "x" + ny + "x" + nz + " is empty");
    }
    this.rank = rank;
    this.nx = nx;
    this.ny = ny;
    this.nz = nz;
    this.placement = placement;
    this.affine = placement.affine(rank, nx, ny, nz);
  }

  /**
   * A grid in RAS+ orientation with its centre at the origin.
   *
   * @param sx voxel size along x, in millimetres
   * @param sy voxel size along y, in millimetres
   * @param sz voxel size along z, in millimetres
   */
  public static Geometry of(int nx, int ny, int nz, double sx, double sy, double sz) {
    return of(
        nx,
        ny,
        nz,
        new double[][] {
          {sx, 0, 0, -(nx - 1) / 2.0 * sx},
          {0, sy, 0, -(ny - 1) / 2.0 * sy},
          {0, 0, sz, -(nz - 1) / 2.0 * sz},
          {0, 0, 0, 1}
        });
  }

  /**
   * A grid placed by a matrix, which becomes the sform (values are rounded to 32-bit floats, as a
   * file holds them).
   *
   * @param affine voxel indices to RAS+ millimetres, [4][4]
   */
  public static Geometry of(int nx, int ny, int nz, double[][] affine) {
    List<Double> srow =
        Arrays.stream(affine)
            .limit(3)
            .flatMapToDouble(Arrays::stream)
            .map(v -> (float) v)
            .boxed()
            .toList();
    List<Double> pixdim = new ArrayList<>(List.of(1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0));
    for (int axis = 0; axis < 3; axis++) {
      double length =
          Math.hypot(Math.hypot(srow.get(axis), srow.get(4 + axis)), srow.get(8 + axis));
      pixdim.set(1 + axis, (double) (float) length);
    }
    List<Double> zero = List.of(0.0, 0.0, 0.0);
    var placement =
        new Placement(
            Placement.Precision.SINGLE,
            List.copyOf(pixdim),
            0,
            zero,
            zero,
            ALIGNED,
            srow,
            Placement.MILLIMETRE);
    return new Geometry(3, nx, ny, nz, placement);
  }

  /** A grid whose place in space is unknown; sizes of exactly 1 mean nothing. */
  public static Geometry unplaced(int nx, int ny, int nz, double sx, double sy, double sz) {
    List<Double> zero = List.of(0.0, 0.0, 0.0);
    List<Double> pixdim = List.of(1.0, sx, sy, sz, 0.0, 0.0, 0.0, 0.0);
    var placement =
        new Placement(
            Placement.Precision.SINGLE,
            pixdim.stream().map(size -> (double) (float) (double) size).toList(),
            0,
            zero,
            zero,
            0,
            Collections.nCopies(12, 0.0),
            Placement.MILLIMETRE);
    return new Geometry(3, nx, ny, nz, placement);
  }

  public int nx() {
    return nx;
  }

  public int ny() {
    return ny;
  }

  public int nz() {
    return nz;
  }

  /** Voxels along x, y and z: {@code {nx, ny, nz}}. A flat scan has {@code nz = 1}. */
  public int[] shape() {
    return new int[] {nx, ny, nz};
  }

  /** The shape in words: {@code 240x240x155}. */
  public String shapeText() {
    return nx + "x" + ny + "x" + nz;
  }

  /** How many voxels the grid has. */
  public long voxelCount() {
    return (long) nx * ny * nz;
  }

  /** Voxel sizes along x, y and z, all above 0, in the file's own unit (nearly always mm). */
  public double[] zooms() {
    return new double[] {placement.zoom(0), placement.zoom(1), placement.zoom(2)};
  }

  /** Voxel sizes along x, y and z in millimetres; an unknown unit is taken for millimetres. */
  public double[] spacing() {
    double[] spacing = zooms();
    double factor =
        switch (placement.lengthUnit()) {
          case 1 -> 1000;
          case 3 -> 0.001;
          default -> 1;
        };
    for (int axis = 0; axis < 3; axis++) {
      spacing[axis] *= factor;
    }
    return spacing;
  }

  /** Voxel indices to RAS+ space, [4][4], by nibabel's rules: sform, else qform, else centred. */
  public double[][] affine() {
    double[][] copy = new double[4][];
    for (int row = 0; row < 4; row++) {
      copy[row] = affine[row].clone();
    }
    return copy;
  }

  /** Whether the header has an sform or a qform; without either the affine is a guess. */
  public boolean isPlaced() {
    return placement.isPlaced();
  }

  /** Where the axes x, y and z point, such as {@code RAS} or {@code LPI}. */
  public String axcodes() {
    return Orientation.axcodes(affine);
  }

  /** Whether both grids have the same shape; they may lie differently in space. */
  public boolean sameShape(Geometry other) {
    return nx == other.nx && ny == other.ny && nz == other.nz;
  }

  /**
   * The grid in words: {@code 240x240x155 voxels of 1x1x1 mm, origin (-120, -119, 0), axes RAS},
   * and where the axes point exactly if not along those of space.
   */
  public String description() {
    String size = texts(spacing(), "x");
    String shape = "%s voxels of %s mm".formatted(shapeText(), size);
    if (!isPlaced()) {
      return shape + " at no known place";
    }
    double[] origin = {affine[0][3], affine[1][3], affine[2][3]};
    return "%s, origin (%s), axes %s%s".formatted(shape, texts(origin, ", "), axcodes(), oblique());
  }

  private String oblique() {
    List<String> directions = new ArrayList<>();
    boolean oblique = false;
    for (int column = 0; column < 3; column++) {
      double[] direction = new double[3];
      for (int row = 0; row < 3; row++) {
        direction[row] = affine[row][column] / length(affine, column);
      }
      oblique |= Arrays.stream(direction).map(Math::abs).max().orElse(0) < ALONG;
      directions.add("(" + texts(direction, ", ") + ")");
    }
    return oblique ? " along " + String.join(" ", directions) : "";
  }

  /** The length of a column of an affine: a voxel's size along an axis. */
  private static double length(double[][] affine, int column) {
    return Math.hypot(Math.hypot(affine[0][column], affine[1][column]), affine[2][column]);
  }

  private static String texts(double[] values, String between) {
    return Arrays.stream(values)
        .mapToObj(value -> VolumeInfo.text(Math.round(value * 1e4) / 1e4 + 0.0))
        .collect(Collectors.joining(between));
  }

  /** The number of axes of space that the header has, 1 to 3. */
  public int rank() {
    return rank;
  }

  /** The fields that place it, as the header has them. */
  public Placement placement() {
    return placement;
  }

  /** The same shape and the same header fields. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Geometry that
        && rank == that.rank
        && sameShape(that)
        && placement.equals(that.placement);
  }

  @Override
  public int hashCode() {
    return Objects.hash(nx, ny, nz, placement);
  }

  @Override
  public String toString() {
    double[] zooms = zooms();
    return String.format(
        Locale.ROOT,
        "%s voxels of %.4gx%.4gx%.4g, %s",
        shapeText(),
        zooms[0],
        zooms[1],
        zooms[2],
        axcodes());
  }
}
