package io.wisp.network;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Zeroes activations at random in training; shared by all layers of one network. */
final class Dropout {
  private final double probability;
  private boolean training;

  Dropout(double probability) {
    this.probability = probability;
  }

  void training(boolean on) {
    training = on;
  }

  Tensor apply(Tensor x) {
    return training && probability > 0 ? torch.dropout(x, probability, true) : x;
  }
}
