package io.wisp.activation;

import java.util.SplittableRandom;

/**
 * Gaussian noise that depends only on the seed, the image's identity, the noise level and the draw.
 *
 * @param seed of the run
 */
public record ImageNoise(long seed) {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  /** Fills the target from offset to offset + count with N(0, 1) values. */
  public void fill(String identity, int level, int draw, float[] target, int offset, int count) {
    SplittableRandom random = new SplittableRandom(hash(identity + "|" + level + "|" + draw));
    for (int i = 0; i < count; i++) {
      target[offset + i] = (float) random.nextGaussian();
    }
  }

  private long hash(String text) {
    long hash = FNV_OFFSET ^ seed;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return hash;
  }
}
