package io.wisp.training;

import io.wisp.diffusion.Diffusion;
import io.wisp.diffusion.Losses;
import io.wisp.diffusion.NoiseSchedule;
import io.wisp.diffusion.Variance;

/**
 * The diffusion process that a network is trained for.
 *
 * @param schedule how β grows
 * @param steps T
 * @param variance whether the network learns the variance
 */
public record DiffusionSettings(NoiseSchedule.Kind schedule, int steps, Variance variance) {
  /** Checks the schedule by making it. */
  public DiffusionSettings {
    NoiseSchedule.of(schedule, steps);
  }

  /** The losses of this process. */
  public Losses losses() {
    return new Losses(new Diffusion(NoiseSchedule.of(schedule, steps)), variance);
  }
}
