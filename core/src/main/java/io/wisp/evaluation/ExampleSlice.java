package io.wisp.evaluation;

import io.wisp.report.Grid;

/**
 * A slice to show, a byte per pixel, row by row.
 *
 * @param name case and slice
 * @param size rows and columns
 * @param image from −1 as 0 to 1 as 255
 * @param truth 0 or 1, like {@code mask}
 * @param map scaled, from 0 as 0 to 1 as 255
 * @param dice of the mask
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; JSON keeps it as base64
public record ExampleSlice(
    String name, int size, byte[] image, byte[] truth, byte[] map, byte[] mask, double dice) {
  private static final float TOP = 255;

  static ExampleSlice of(SliceOutcome outcome) {
    int size = (int) Math.sqrt(outcome.image().length);
    return new ExampleSlice(
        outcome.record().caseId() + ", slice " + outcome.record().slice(),
        size,
        bytes(outcome.image(), -1, 1),
        bytes(outcome.truth()),
        bytes(outcome.map(), 0, 1),
        bytes(outcome.mask()),
        outcome.score().dice());
  }

  private static byte[] bytes(float[] values, float low, float high) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      float fraction = Math.min(1, Math.max(0, (values[i] - low) / (high - low)));
      bytes[i] = (byte) Math.round(fraction * TOP);
    }
    return bytes;
  }

  private static byte[] bytes(boolean[] mask) {
    byte[] bytes = new byte[mask.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (mask[i] ? 1 : 0);
    }
    return bytes;
  }

  public Grid imageGrid() {
    return grid(image, TOP);
  }

  public Grid truthGrid() {
    return grid(truth, 1);
  }

  public Grid mapGrid() {
    return grid(map, TOP);
  }

  public Grid maskGrid() {
    return grid(mask, 1);
  }

  /** Values in [0, 1]. */
  private Grid grid(byte[] bytes, float top) {
    float[] values = new float[bytes.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (bytes[i] & 0xff) / top;
    }
    return new Grid(size, size, values);
  }
}
