package io.wisp.training;

/**
 * The numbers of one training step.
 *
 * @param images x_0, [N, C, side, side] in [−1, 1], row-major
 * @param noise ε, of the same shape
 * @param timesteps t, [N]
 * @param labels y, [N]
 */
record Batch(float[] images, float[] noise, int[] timesteps, int[] labels) {
  int size() {
    return labels.length;
  }
}
