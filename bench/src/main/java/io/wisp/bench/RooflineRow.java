package io.wisp.bench;

/**
 * One layer in one way to compute it.
 *
 * @param layer for people
 * @param count how often it is in a forward; 0 where that is not told
 * @param operations multiplications and additions
 * @param bytes read and written at least
 * @param seconds that it takes
 */
record RooflineRow(String layer, int count, double operations, double bytes, double seconds) {
  /** Operations a second. */
  double rate() {
    return operations / seconds;
  }

  /**
   * The part that is reached of what the machine allows: of its arithmetic, or of its memory where
   * moving the bytes takes longer than the arithmetic. Above 1 where they come from a cache.
   *
   * @param peak operations a second
   * @param bandwidth bytes a second
   */
  double share(double peak, double bandwidth) {
    return Math.max(operations / peak, bytes / bandwidth) / seconds;
  }

  /** Whether the memory is what sets the bound. */
  boolean boundByMemory(double peak, double bandwidth) {
    return bytes / bandwidth > operations / peak;
  }
}
