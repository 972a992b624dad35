package io.wisp.distillation;

/**
 * A mask with soft edges in bytes: the probability of the object is level / 255, and the mask is
 * where it is above 0.5.
 */
final class Levels {
  private static final int ALL = 255;
  private static final int HALF = 127;

  private Levels() {}

  /** Certain everywhere. */
  static byte[] hard(boolean[] mask) {
    byte[] levels = new byte[mask.length];
    for (int i = 0; i < mask.length; i++) {
      levels[i] = (byte) (mask[i] ? ALL : 0);
    }
    return levels;
  }

  /**
   * Probabilities, set to 0.5 where the mask disagrees, since it also considers components and
   * foreground.
   */
  static byte[] soft(float[] probability, boolean[] mask) {
    byte[] levels = new byte[mask.length];
    for (int i = 0; i < mask.length; i++) {
      int level = Math.round(ALL * Math.max(0, Math.min(1, probability[i])));
      levels[i] = (byte) (mask[i] ? Math.max(HALF + 1, level) : Math.min(HALF, level));
    }
    return levels;
  }

  static boolean[] mask(byte[] levels) {
    boolean[] mask = new boolean[levels.length];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = Byte.toUnsignedInt(levels[i]) > HALF;
    }
    return mask;
  }

  /** Probabilities in [0, 1] into the target from the offset on. */
  static void probabilities(byte[] levels, float[] target, int offset) {
    for (int i = 0; i < levels.length; i++) {
      target[offset + i] = Byte.toUnsignedInt(levels[i]) / (float) ALL;
    }
  }
}
