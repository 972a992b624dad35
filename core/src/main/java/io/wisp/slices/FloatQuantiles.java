package io.wisp.slices;

/**
 * Exact order statistics of many floats without sorting or copying them. Floats, read as integers
 * with a flipped sign, sort like integers; so one histogram of their upper sixteen bits finds the
 * bin of a rank, and one of the lower sixteen bits inside that bin finds the value.
 */
final class FloatQuantiles {
  private static final int BINS = 1 << 16;

  private final float[][] parts;
  private final float threshold;
  private final int[] upper = new int[BINS];
  private final long count;

  private FloatQuantiles(float threshold, float[]... parts) {
    this.threshold = threshold;
    this.parts = parts;
    long counted = 0;
    for (float[] part : parts) {
      for (float value : part) {
        if (counts(value)) {
          upper[key(value) >>> 16]++;
          counted++;
        }
      }
    }
    this.count = counted;
  }

  /** Looks at the finite values greater than a threshold. */
  static FloatQuantiles above(float threshold, float[]... parts) {
    return new FloatQuantiles(threshold, parts);
  }

  long count() {
    return count;
  }

  /** The value whose rank is nearest to a fraction of the way from the first to the last. */
  float quantile(double fraction) {
    long rank = Math.round(fraction * (count - 1));
    int bin = 0;
    while (rank >= upper[bin]) {
      rank -= upper[bin++];
    }
    int[] lower = lower(bin);
    int low = 0;
    while (rank >= lower[low]) {
      rank -= lower[low++];
    }
    return value((bin << 16) | low);
  }

  private int[] lower(int bin) {
    int[] lower = new int[BINS];
    for (float[] part : parts) {
      for (float value : part) {
        if (counts(value)) {
          int key = key(value);
          if (key >>> 16 == bin) {
            lower[key & 0xFFFF]++;
          }
        }
      }
    }
    return lower;
  }

  private boolean counts(float value) {
    return value > threshold && value <= Float.MAX_VALUE;
  }

  private static int key(float value) {
    int bits = Float.floatToRawIntBits(value);
    return bits >= 0 ? bits ^ 0x80000000 : ~bits;
  }

  private static float value(int key) {
    return Float.intBitsToFloat(key < 0 ? key ^ 0x80000000 : ~key);
  }
}
