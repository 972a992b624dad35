package io.wisp.dataset;

import java.util.Optional;
import java.util.SortedSet;

/** A case that has been read: its slices, and its intensities as a whole. */
public interface CaseImages {
  int count();

  /** A slice, counted from 0. */
  RawSlice slice(int index);

  /** The places of all slices. */
  SortedSet<Integer> places();

  /** How slices were resampled onto even spacing, in words; empty if none had to be. */
  default Optional<String> resampled() {
    return Optional.empty();
  }

  /** All intensities of a channel, in one array or several. */
  float[][] intensities(int channel);

  /** The array axis that slices are stacked along; 2 for pictures. */
  int axis();

  /** Millimetres from a slice to the next; NaN if unknown. */
  default double sliceSpacing() {
    return Double.NaN;
  }

  /** Millimetres from a row to the next; NaN if unknown. */
  double rowSpacing();

  /** Millimetres from a column to the next; NaN if unknown. */
  double columnSpacing();
}
