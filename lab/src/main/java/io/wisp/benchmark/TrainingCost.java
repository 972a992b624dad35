package io.wisp.benchmark;

import io.wisp.network.ConvolutionShape;
import io.wisp.network.UNetModel;
import io.wisp.training.RunSettings;

/**
 * About how much memory a training step takes, in bytes of float32: enough to see beforehand that
 * it will not fit.
 *
 * @param fixed parameters, their gradients, average and moments, and what an optimiser needs
 *     besides
 * @param perImage what the backward pass wants kept, for each image of the batch
 */
record TrainingCost(double fixed, double perImage) {
  private static final int VECTORS = 6;

  /** Of each convolution's input: itself, and what norm, scale-shift and SiLU keep on the way. */
  private static final int KEPT = 4;

  static TrainingCost of(RunSettings settings) {
    double inputs =
        ConvolutionShape.of(settings.network()).stream()
            .mapToDouble(shape -> (double) shape.inputs() * shape.side() * shape.side())
            .sum();
    double parameters = UNetModel.parameterCount(settings.network());
    return new TrainingCost(VECTORS * Float.BYTES * parameters, KEPT * Float.BYTES * inputs);
  }

  /** For that number of trainings side by side. */
  double bytes(int trainings, int batch) {
    return trainings * (fixed + batch * perImage);
  }

  /** The largest batch up to the wanted one that fits into the memory; 0 if not even one does. */
  int batch(int wanted, int trainings, long memory) {
    double room = ((double) memory / trainings - fixed) / perImage;
    return (int) Math.max(0, Math.min(wanted, Math.floor(room)));
  }
}
