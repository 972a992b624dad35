package io.wisp.dicom;

import java.util.List;

/**
 * The volumes of a series.
 *
 * @param volumes in the order of time, each in the order of its slices; of equal size, at least one
 * @param meaning by what they are told apart, for people; empty if there is one
 */
record DicomFrames(List<List<Picture>> volumes, String meaning) {
  static DicomFrames one(List<Picture> slices) {
    return new DicomFrames(List.of(slices), "");
  }
}
