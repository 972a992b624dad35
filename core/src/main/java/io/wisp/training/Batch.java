package io.wisp.training;

/**
 * The data of one training step.
 *
 * @param images x_0, [N, C, side, side] in [−1, 1], row-major
 * @param noise ε, of the same shape; empty if the training has masks
 * @param timesteps t, [N]
 * @param labels y, [N]
 * @param told 1 where the network gets the label, 0 where it is dropped, [N]
 * @param positions each image's position in its scan, from 0 to 1, [N]
 * @param masks probability of the object, in [0, 1], or negative where it is unknown, [N, 1, side,
 *     side]; empty unless the training has masks
 */
record Batch(
    float[] images,
    float[] noise,
    int[] timesteps,
    int[] labels,
    float[] told,
    float[] positions,
    float[] masks) {
  int size() {
    return labels.length;
  }
}
