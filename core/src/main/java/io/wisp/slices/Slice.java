package io.wisp.slices;

import java.util.Arrays;

/**
 * One slice of a volume, ready for the model.
 *
 * @param index its place in the volume along the slicing axis, from 0
 * @param image size·size pixels in [-1, 1], row by row, a channel after the other
 * @param content the fraction of the slice's own pixels above the background in any channel
 * @param hasContent whether that is enough by the recipe; {@code prepare} drops the others
 */
@SuppressWarnings("ArrayRecordComponent") // pixels are handed over, never compared
public record Slice(int index, float[] image, double content, boolean hasContent) {
  /**
   * The first channel, to look at.
   *
   * @param size rows, and columns, of the image
   */
  public float[] firstChannel(int size) {
    return Arrays.copyOf(image, size * size);
  }
}
