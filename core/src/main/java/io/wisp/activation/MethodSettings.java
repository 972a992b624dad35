package io.wisp.activation;

/** The settings of one method or of several: a section of a run's settings, as a record. */
public interface MethodSettings {
  /**
   * Refuses what a diffusion model cannot do.
   *
   * @param steps T, the timesteps of its process
   * @param labelDropout share of images whose label was left out in its training
   * @throws io.wisp.UserError that names the setting
   */
  default void requireTraining(int steps, double labelDropout) {}
}
