package io.wisp.training;

/**
 * The numbers of one training step.
 *
 * @param images x_0, [N, C, side, side] in [−1, 1], row-major
 * @param noise ε, of the same shape
 * @param timesteps t, [N]
 * @param labels y, [N]
 * @param masks 1 where the object is and 0 elsewhere, [N, 1, side, side]; empty unless the training
 *     may read masks
 */
record Batch(float[] images, float[] noise, int[] timesteps, int[] labels, float[] masks) {
  int size() {
    return labels.length;
  }
}
