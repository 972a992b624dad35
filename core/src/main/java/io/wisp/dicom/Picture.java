package io.wisp.dicom;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One picture of a file: a frame, or a tile of a frame.
 *
 * @param index in the file
 */
record Picture(DicomFile file, int index) {
  /** All pictures of a file, in its order. */
  static List<Picture> of(DicomFile file) {
    return IntStream.range(0, file.header().planes().size())
        .mapToObj(index -> new Picture(file, index))
        .toList();
  }

  Plane plane() {
    return file.header().planes().get(index);
  }

  DicomHeader header() {
    return file.header();
  }

  /** Millimetres along the slices' normal. */
  double place() {
    double[] normal = DicomGeometry.normal(plane().orientation());
    List<Double> position = plane().position();
    return IntStream.range(0, 3).mapToDouble(i -> normal[i] * position.get(i)).sum();
  }

  /** What it is called in errors. */
  String name() {
    String name = file.path().getFileName().toString();
    boolean alone = header().planes().size() == 1;
    return alone ? name : "%s picture %s".formatted(name, index + 1);
  }

  @Override
  public String toString() {
    return name();
  }
}
