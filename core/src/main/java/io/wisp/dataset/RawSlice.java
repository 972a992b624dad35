package io.wisp.dataset;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A slice as it was read.
 *
 * @param place its place in the volume
 * @param rows its rows
 * @param columns its columns
 * @param channels rows·columns intensities, row by row, of each channel
 * @param object where the object is, if there is a mask
 * @param told the label that something else than the mask tells, such as a folder
 */
public record RawSlice(
    int place,
    int rows,
    int columns,
    float[][] channels,
    Optional<boolean[]> object,
    OptionalInt told) {

  /** The label by the folder, else by the mask, else 0. */
  public int label() {
    return told.orElseGet(() -> marked() > 0 ? 1 : 0);
  }

  /** Pixels of the object. */
  public int marked() {
    int count = 0;
    for (boolean inside : object.orElse(new boolean[0])) {
      count += inside ? 1 : 0;
    }
    return count;
  }

  /** The fraction of the slice that the object covers; NaN if there is no mask. */
  public double coverage() {
    return object.isEmpty() ? Double.NaN : (double) marked() / (rows * columns);
  }
}
