package io.wisp.activation;

/**
 * A slice of a training patient with its label, for rules that average such slices.
 *
 * @param pixels [C·H·W] in [−1, 1], row-major
 * @param position in its scan, from 0 to 1
 * @param label its class
 */
public record TrainingSlice(float[] pixels, double position, int label) {}
