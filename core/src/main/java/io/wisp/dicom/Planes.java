package io.wisp.dicom;

import io.wisp.volume.VolumeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Where the pictures of a file lie.
 *
 * @param list one for each frame, in the file's order
 * @param isEnhanced whether each frame is told of by itself
 * @param guess what was taken for want of better; the sentence begins with the file's name
 */
record Planes(List<Plane> list, boolean isEnhanced, Optional<String> guess) {
  /** Slice vector, frame offsets: what frames that are slices are counted by. */
  private static final Set<Integer> SLICES = Set.of(0x00540080, 0x3004000C);

  private static final String DOSE = "RTDOSE";
  private static final double EVEN = 0.01;
  private static final double UNIT = 0.02;

  static Planes of(DataSet data, int frames) throws BadDicom {
    if (data.has(Tag.FRAME_GROUPS) || data.has(Tag.SHARED_GROUPS)) {
      return new Planes(new FrameGroups(data, frames).planes(), true, Optional.empty());
    }
    Plane first = first(data);
    if (frames == 1) {
      return sure(List.of(first));
    }
    List<Double> offsets = data.numbers(Tag.FRAME_OFFSETS);
    if (!offsets.isEmpty()) {
      return sure(byOffsets(first, offsets, frames));
    }
    List<Integer> counted = data.pointers(Tag.FRAME_POINTER);
    if (!counted.isEmpty() && !SLICES.containsAll(counted)) {
      return sure(
          IntStream.range(0, frames)
              .mapToObj(time -> first.withMarks(first.marks().withTime(time)))
              .toList());
    }
    double step = step(data, first);
    return new Planes(
        IntStream.range(0, frames).mapToObj(frame -> first.along(frame * step)).toList(),
        false,
        guess(data, first, frames));
  }

  /** Why they cannot be put in order; none if they can. */
  Optional<String> flaw() {
    return !isEnhanced || list.size() == 1 || list.stream().allMatch(Plane::isPlaced)
        ? Optional.empty()
        : Optional.of(
            "is an enhanced file with %s pictures that do not all tell where they lie: convert it with dcm2niix"
                .formatted(list.size()));
  }

  private static Planes sure(List<Plane> planes) {
    return new Planes(planes, false, Optional.empty());
  }

  private static Optional<String> guess(DataSet data, Plane first, int frames) throws BadDicom {
    boolean spaced = data.number(Tag.SPACING_BETWEEN_SLICES, 0) != 0;
    if (first.isPlaced() && spaced) {
      return Optional.empty();
    }
    String distance =
        Double.isNaN(first.thickness())
            ? "1 mm apart"
            : "%s mm apart%s"
                .formatted(
                    VolumeInfo.text(first.thickness()), spaced ? "" : ", the thickness of a slice");
    return Optional.of(
        "does not tell where its %s pictures lie: they are taken in the file's order, %s"
            .formatted(frames, distance));
  }

  /** Frames of nuclear medicine may run against the normal, which a negative distance tells. */
  private static double step(DataSet data, Plane first) throws BadDicom {
    boolean backwards = data.number(Tag.SPACING_BETWEEN_SLICES, 0) < 0;
    double distance = Double.isNaN(first.thickness()) ? 1 : first.thickness();
    return backwards ? -distance : distance;
  }

  /** Offsets are told from the first frame, or as heights over the feet. */
  private static List<Plane> byOffsets(Plane first, List<Double> offsets, int frames)
      throws BadDicom {
    if (offsets.size() != frames) {
      throw new BadDicom(
          "is damaged: it has %s frames but %s frame offsets".formatted(frames, offsets.size()));
    }
    double start = offsets.get(0);
    boolean down = start != 0 && first.isPlaced() && normalPointsDown(first);
    List<Plane> planes = new ArrayList<>();
    for (double offset : offsets) {
      planes.add(first.along(down ? start - offset : offset - start));
    }
    if (first.isPlaced()) {
      return planes;
    }
    double step = Math.abs(offsets.get(1) - start);
    for (int i = 0; i < frames; i++) {
      if (step == 0 || Math.abs(Math.abs(offsets.get(i) - start) - i * step) > EVEN * step) {
        throw new BadDicom(
            "does not tell where it lies, and its pictures are not evenly spaced: convert it with"
                + " dcm2niix");
      }
    }
    return planes.stream().map(plane -> plane.withThickness(step)).toList();
  }

  private static boolean normalPointsDown(Plane plane) {
    return DicomGeometry.normal(plane.orientation())[2] < 0;
  }

  private static Plane first(DataSet data) throws BadDicom {
    double dose = data.text(Tag.MODALITY).equals(DOSE) ? data.number(Tag.DOSE_SCALING, 1) : 1;
    List<Double> echo = data.numbers(Tag.ECHO_TIME);
    return new Plane(
        spacing(data),
        data.numbers(Tag.POSITION, 3),
        orientation(data),
        thickness(data),
        dose * data.number(Tag.RESCALE_SLOPE, 1),
        data.number(Tag.RESCALE_INTERCEPT, 0),
        new Plane.Marks(
            data.text(Tag.IMAGE_TYPE),
            "",
            echo.size() == 1 ? echo.get(0) : Double.NaN,
            data.number(Tag.TEMPORAL_POSITION, Double.NaN),
            data.real(Tag.B_VALUE),
            data.number(Tag.TRIGGER_TIME, Double.NaN),
            List.of()));
  }

  /** The directions of rows and columns; empty if the file does not tell them. */
  static List<Double> orientation(DataSet data) throws BadDicom {
    List<Double> found = data.numbers(Tag.ORIENTATION, 6);
    if (found.stream().allMatch(part -> part == 0)) {
      return List.of();
    }
    double row = dot(found, 0, 0);
    double column = dot(found, 3, 3);
    if (Math.abs(row - 1) > UNIT || Math.abs(column - 1) > UNIT || dot(found, 0, 3) > UNIT) {
      throw new BadDicom(
          "is damaged: its image orientation is \"%s\", which is no pair of perpendicular directions"
              .formatted(data.text(Tag.ORIENTATION)));
    }
    return found;
  }

  private static double dot(List<Double> vectors, int one, int other) {
    return Math.abs(
        IntStream.range(0, 3)
            .mapToDouble(i -> vectors.get(one + i) * vectors.get(other + i))
            .sum());
  }

  static List<Double> spacing(DataSet data) throws BadDicom {
    List<Double> spacing = data.numbers(Tag.PIXEL_SPACING, 2);
    List<Double> found = spacing.isEmpty() ? data.numbers(Tag.IMAGER_PIXEL_SPACING, 2) : spacing;
    return found.stream().allMatch(millimetres -> millimetres > 0) ? found : List.of();
  }

  static double thickness(DataSet data) throws BadDicom {
    double between = Math.abs(data.number(Tag.SPACING_BETWEEN_SLICES, 0));
    double thickness = between > 0 ? between : data.number(Tag.SLICE_THICKNESS, 0);
    return thickness > 0 ? thickness : Double.NaN;
  }
}
