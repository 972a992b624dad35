package io.wisp.training;

import io.wisp.BadSetting;
import java.util.random.RandomGenerator;

/**
 * Noise levels that are trained more often, since maps are made there. The loss of each level stays
 * the same, only its share of the steps grows (importance sampling without weights, as of Karras et
 * al., NeurIPS 2022, who draw ln σ from a normal distribution).
 *
 * @param share of the images whose timestep is drawn from the focus alone, in [0, 1]; 0 for none
 * @param from its first timestep
 * @param to its last timestep
 */
public record NoiseFocus(double share, int from, int to) {
  public NoiseFocus {
    BadSetting.unless(share >= 0 && share <= 1, "focus.share", share, "in [0, 1]");
    if (from < 0 || to < from) {
      throw new BadSetting(
          "focus",
          from + " to " + to,
          "focus goes from timestep %s to %s, but must go upwards from 0 or later."
              .formatted(from, to));
    }
  }

  /** Whether an image's timestep comes from the focus; draws a random number only if needed. */
  boolean takes(RandomGenerator random) {
    return share > 0 && random.nextDouble() < share;
  }

  /** A timestep of the focus, uniformly. */
  int draw(RandomGenerator random) {
    return random.nextInt(from, to + 1);
  }

  /** Checks that the process has as many timesteps. */
  void requireWithin(int steps) {
    if (share > 0 && to >= steps) {
      throw new BadSetting(
          "train.focus",
          to,
          "train.focus goes to timestep %s, but diffusion.steps is %s: timesteps go from 0 to %s."
              .formatted(to, steps, steps - 1));
    }
  }
}
