package io.wisp.serve.project;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.wisp.dataset.Axis;
import io.wisp.dataset.Plane;
import io.wisp.volume.Geometry;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A scan of the project.
 *
 * @param id names it in paths and tables; letters, digits, dot, dash and underscore
 * @param name as its file or folder has it
 * @param path where it lies; below the project's folder if it was uploaded
 * @param series which of several series at that path; null if there is one only
 * @param kind of scan, such as {@code flair}
 * @param shape voxels along x, y and z
 * @param spacing in millimetres
 * @param axis that slices are stacked along, 0 to 2
 * @param content a 1 for each slice that has enough content to be trained on, else 0
 */
public record Scan(
    String id,
    String name,
    @JsonIgnore String path,
    @JsonIgnore String series,
    String kind,
    List<Integer> shape,
    List<Double> spacing,
    int axis,
    @JsonIgnore String content) {

  /** Along which scans are cut. */
  public static final Axis AXIS = Axis.AXIAL;

  public Scan {
    shape = List.copyOf(shape);
    spacing = List.copyOf(spacing);
  }

  static Scan of(String id, FoundScan found, String path, Geometry geometry, String content) {
    double[] mm = geometry.spacing();
    return new Scan(
        id,
        found.name(),
        path,
        found.series().orElse(null),
        found.kind(),
        List.of(geometry.nx(), geometry.ny(), geometry.nz()),
        List.of(mm[0], mm[1], mm[2]),
        Plane.of(AXIS, geometry).axis(),
        content);
  }

  public int slices() {
    return shape.get(axis);
  }

  public long voxels() {
    return (long) shape.get(0) * shape.get(1) * shape.get(2);
  }

  /** The slices that are left out of a training for want of content. */
  public List<Integer> skipped() {
    return IntStream.range(0, slices()).filter(i -> !hasContent(i)).boxed().toList();
  }

  public boolean hasContent(int slice) {
    return content.charAt(slice) == '1';
  }
}
