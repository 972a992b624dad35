package io.wisp.training;

/**
 * The numbers of one training step.
 *
 * @param images x_0, [N, C, side, side] in [−1, 1], row-major
 * @param noise ε, of the same shape
 * @param timesteps t, [N]
 * @param labels y, [N]
 * @param masks how surely the object is there, in [0, 1], [N, 1, side, side]; empty unless the
 *     training has masks
 */
record Batch(float[] images, float[] noise, int[] timesteps, int[] labels, float[] masks) {
  int size() {
    return labels.length;
  }
}
