package io.wisp.distillation;

import java.util.List;

/**
 * A mask in bytes: the probability of the object is level / 255, the mask is where it is above 0.5,
 * and level {@value #UNKNOWN} says that nothing is known of a pixel.
 */
final class Levels {
  private static final int ALL = 255;
  private static final int HALF = 127;
  private static final int UNKNOWN = HALF;

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
   * Certain where enough masks say the same, unknown elsewhere.
   *
   * @param needed how many are enough, more than half of them
   */
  static byte[] agreed(List<boolean[]> masks, int needed) {
    byte[] levels = new byte[masks.get(0).length];
    for (int i = 0; i < levels.length; i++) {
      int marked = 0;
      for (boolean[] mask : masks) {
        marked += mask[i] ? 1 : 0;
      }
      int known = marked >= needed ? ALL : 0;
      levels[i] = (byte) (Math.max(marked, masks.size() - marked) >= needed ? known : UNKNOWN);
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
      levels[i] = (byte) (mask[i] ? Math.max(HALF + 1, level) : Math.min(HALF - 1, level));
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

  /** Probabilities in [0, 1], or −1 where unknown, into the target from the offset on. */
  static void probabilities(byte[] levels, float[] target, int offset) {
    for (int i = 0; i < levels.length; i++) {
      int level = Byte.toUnsignedInt(levels[i]);
      target[offset + i] = level == UNKNOWN ? -1 : level / (float) ALL;
    }
  }
}
