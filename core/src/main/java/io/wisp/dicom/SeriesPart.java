package io.wisp.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The pictures of one series.
 *
 * @param key by which it can be chosen; of one folder no two are the same
 * @param pictures at least one
 */
record SeriesPart(String key, List<Picture> pictures) {
  SeriesName name() {
    return pictures.get(0).header().series();
  }

  /** What it is, for people: {@code 3 "T1" (8 pictures of 24x32 pixels, axial)}. */
  String text() {
    Picture first = pictures.get(0);
    List<String> facts = new ArrayList<>();
    facts.add(
        "%s %s of %sx%s pixels"
            .formatted(
                pictures.size(),
                pictures.size() == 1 ? "picture" : "pictures",
                first.header().columns(),
                first.header().rows()));
    if (first.plane().isPlaced()) {
      facts.add(direction(first.plane()));
    }
    Plane.Marks marks = first.plane().marks();
    if (!Double.isNaN(marks.echo())) {
      facts.add(String.format(Locale.ROOT, "echo time %s ms", marks.echo()));
    }
    if (!marks.type().isEmpty()) {
      facts.add(marks.type());
    }
    if (!marks.stack().isEmpty()) {
      facts.add("stack " + marks.stack());
    }
    String words = name().description().isEmpty() ? "" : " \"" + name().description() + "\"";
    return "%s%s (%s)".formatted(key, words, String.join(", ", facts));
  }

  /** The anatomical plane that pictures lie in, or are nearest to. */
  private static String direction(Plane plane) {
    double[] normal = DicomGeometry.normal(plane.orientation());
    int axis = IntStream.range(0, 3).reduce(0, (a, b) -> size(normal, b) > size(normal, a) ? b : a);
    return List.of("sagittal", "coronal", "axial").get(axis);
  }

  private static double size(double[] vector, int axis) {
    return Math.abs(vector[axis]);
  }

  /** Whether a text names this series: its key, identifier, number or description. */
  boolean isCalled(String text) {
    return text.equals(key)
        || text.equals(name().uid())
        || text.equals(name().number())
        || text.equalsIgnoreCase(name().description());
  }
}
