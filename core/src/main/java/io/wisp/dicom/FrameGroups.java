package io.wisp.dicom;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * The functional groups of an enhanced file (DICOM PS3.3, C.7.6.16): what each of its frames says
 * of itself, or all of them together.
 */
final class FrameGroups {
  /** Counters of places, which do not tell pictures of one place apart. */
  private static final Set<Integer> OF_PLACE =
      Set.of(
          Tag.PLACE_IN_STACK.code(),
          Tag.POSITION.code(),
          Tag.PLANE_POSITION.code(),
          Tag.INSTANCE_NUMBER.code(),
          Tag.STACK.code());

  private final DataSet data;
  private final DataSet shared;
  private final List<DataSet> frames;
  private final List<Boolean> tellingIndex;

  FrameGroups(DataSet data, int frames) throws BadDicom {
    this.data = data;
    this.frames =
        data.has(Tag.FRAME_GROUPS)
            ? data.items(Tag.FRAME_GROUPS)
            : Collections.nCopies(frames, new DataSet());
    List<DataSet> common = data.items(Tag.SHARED_GROUPS);
    this.shared = common.isEmpty() ? new DataSet() : common.get(0);
    this.tellingIndex = new ArrayList<>();
    for (DataSet dimension : data.items(Tag.DIMENSIONS)) {
      List<Integer> pointer = dimension.pointers(Tag.DIMENSION_POINTER);
      tellingIndex.add(pointer.size() == 1 && !OF_PLACE.contains(pointer.get(0)));
    }
    if (this.frames.size() != frames) {
      throw new BadDicom(
          "is damaged: it has %s frames but tells the places of %s"
              .formatted(frames, this.frames.size()));
    }
  }

  List<Plane> planes() throws BadDicom {
    List<Plane> planes = new ArrayList<>();
    for (DataSet frame : frames) {
      planes.add(plane(frame));
    }
    return planes;
  }

  private Plane plane(DataSet frame) throws BadDicom {
    DataSet measures = group(frame, Tag.PIXEL_MEASURES);
    DataSet values = group(frame, Tag.PIXEL_TRANSFORMATION);
    DataSet content = group(frame, Tag.FRAME_CONTENT);
    return new Plane(
        Planes.spacing(measures.has(Tag.PIXEL_SPACING) ? measures : data),
        own(group(frame, Tag.PLANE_POSITION), Tag.POSITION).numbers(Tag.POSITION, 3),
        Planes.orientation(own(group(frame, Tag.PLANE_ORIENTATION), Tag.ORIENTATION)),
        Planes.thickness(measures),
        values.number(Tag.RESCALE_SLOPE, data.number(Tag.RESCALE_SLOPE, 1)),
        values.number(Tag.RESCALE_INTERCEPT, data.number(Tag.RESCALE_INTERCEPT, 0)),
        new Plane.Marks(
            type(frame),
            content.text(Tag.STACK),
            group(frame, Tag.MR_ECHO).real(Tag.FRAME_ECHO_TIME),
            time(content),
            group(frame, Tag.MR_DIFFUSION).real(Tag.B_VALUE),
            group(frame, Tag.CARDIAC).real(Tag.CARDIAC_DELAY),
            index(content)));
  }

  private DataSet group(DataSet frame, Tag sequence) {
    List<DataSet> own = frame.items(sequence);
    List<DataSet> found = own.isEmpty() ? shared.items(sequence) : own;
    return found.isEmpty() ? new DataSet() : found.get(0);
  }

  /** Some one-frame files repeat the place outside of the groups, or have it only there. */
  private DataSet own(DataSet group, Tag tag) {
    return group.has(tag) || frames.size() > 1 ? group : data;
  }

  private String type(DataSet frame) {
    String mr = group(frame, Tag.MR_FRAME_TYPE).text(Tag.FRAME_TYPE);
    String other = mr.isEmpty() ? group(frame, Tag.CT_FRAME_TYPE).text(Tag.FRAME_TYPE) : mr;
    return other.isEmpty() ? data.text(Tag.IMAGE_TYPE) : other;
  }

  private static double time(DataSet content) {
    List<Integer> index = content.integers(Tag.TEMPORAL_INDEX);
    return index.isEmpty() ? Double.NaN : index.get(0);
  }

  private List<Integer> index(DataSet content) {
    List<Integer> values = content.integers(Tag.DIMENSION_VALUES);
    List<Integer> telling = new ArrayList<>();
    for (int i = 0; i < Math.min(values.size(), tellingIndex.size()); i++) {
      if (tellingIndex.get(i)) {
        telling.add(values.get(i));
      }
    }
    return List.copyOf(telling);
  }
}
