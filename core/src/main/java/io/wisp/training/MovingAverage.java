package io.wisp.training;

import io.wisp.engine.Gradients;
import io.wisp.engine.Scope;
import io.wisp.network.Parameters;
import org.bytedeco.pytorch.Tensor;

/**
 * The exponential moving average of the weights; early averages forget faster. Owned by {@link
 * TrainingState}; used by one thread. The weights stay their network's.
 */
final class MovingAverage implements AutoCloseable {
  private final Tensor source;
  private final Tensor average;
  private final double decay;

  MovingAverage(Parameters parameters, double decay) {
    this.decay = decay;
    source = parameters.flat();
    try (Scope scope = new Scope();
        Gradients off = Gradients.off()) {
      average = scope.own(source.detach().clone());
    }
  }

  /**
   * Adds the current weights.
   *
   * @param step counted from 0
   * @param skip whether to leave it as it is
   */
  void update(int step, SkipFlag skip) {
    double warm = Math.min(decay, (1.0 + step) / (10.0 + step));
    try (Scope scope = new Scope();
        Gradients off = Gradients.off()) {
      average.lerp_(source, skip.choose(1 - warm, 0));
    }
  }

  Tensor average() {
    return average;
  }

  @Override
  public void close() {
    average.close();
  }
}
