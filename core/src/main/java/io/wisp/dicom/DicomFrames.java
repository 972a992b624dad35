package io.wisp.dicom;

import java.util.List;
import java.util.Optional;

/**
 * The volumes of a series.
 *
 * @param volumes in the order of time, each in the order of its slices; of equal size, at least one
 * @param meaning by what they are told apart, for people; empty if there is one
 * @param even the spacing that each is to be brought onto; empty if its slices are evenly spaced
 */
record DicomFrames(List<List<Picture>> volumes, String meaning, Optional<EvenSpacing> even) {
  DicomFrames(List<List<Picture>> volumes, String meaning) {
    this(volumes, meaning, Optional.empty());
  }

  static DicomFrames one(List<Picture> slices) {
    return new DicomFrames(List.of(slices), "");
  }
}
