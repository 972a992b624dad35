package io.wisp.nifti;

import io.wisp.volume.Geometry;
import io.wisp.volume.Placement;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What Wisp needs to know of a NIfTI header, checked.
 *
 * @param version 1 or 2
 * @param shape voxels along each of the 1 to 7 axes, all above 0; their product fits a long
 * @param intent the code of what the values are, 0 if not told
 * @param dataOffset bytes before the first voxel in the file that holds the voxels
 */
record NiftiHeader(
    int version,
    ByteOrder order,
    List<Long> shape,
    DataType type,
    Scaling scaling,
    int intent,
    long dataOffset,
    Placement placement) {

  /** Axes of space: at most three. */
  int rank() {
    return Math.min(3, shape.size());
  }

  private long extent(int axis) {
    return axis < shape.size() ? shape.get(axis) : 1;
  }

  /** Voxels of one 3-D frame. */
  long frameVoxels() {
    return extent(0) * extent(1) * extent(2);
  }

  /** How many 3-D frames there are: the product of all axes after the third. */
  long frames() {
    return voxels() / frameVoxels();
  }

  long voxels() {
    return shape.stream().reduce(1L, (a, b) -> a * b);
  }

  /** Bytes up to the end of the last voxel. */
  long endOfData() {
    return dataOffset + voxels() * type.bytes();
  }

  /** The place of the voxel at {@code shape / 2} in the file's order, first axis fastest. */
  long middle() {
    long index = 0;
    for (int axis = shape.size() - 1; axis >= 0; axis--) {
      index = index * shape.get(axis) + shape.get(axis) / 2;
    }
    return index;
  }

  /** Sizes along every axis; those of space as {@link Placement#zoom} has them. */
  List<Double> zooms() {
    List<Double> zooms = new ArrayList<>();
    for (int axis = 0; axis < shape.size(); axis++) {
      zooms.add(axis < 3 ? placement.zoom(axis) : placement.pixdim().get(1 + axis));
    }
    return Collections.unmodifiableList(zooms);
  }

  /** Voxel indices to RAS+ space, whatever the size of the grid. */
  double[][] affine() {
    return placement.affine(rank(), extent(0), extent(1), extent(2));
  }

  /** The geometry of one frame. */
  Geometry geometry() {
    return new Geometry(
        rank(),
        Math.toIntExact(extent(0)),
        Math.toIntExact(extent(1)),
        Math.toIntExact(extent(2)),
        placement);
  }

  String shapeText() {
    return shape.stream().map(String::valueOf).collect(Collectors.joining("x"));
  }
}
