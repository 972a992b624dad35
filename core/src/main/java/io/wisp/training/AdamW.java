package io.wisp.training;

import static org.bytedeco.pytorch.global.torch.zeros_like;

import io.wisp.CloseOnFailure;
import io.wisp.engine.Gradients;
import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import io.wisp.network.Parameters;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;

/**
 * AdamW (Loshchilov and Hutter 2019; PyTorch's defaults for β and ε) on all parameters at once:
 * they lie in one vector, and so do their gradients and moments.
 */
final class AdamW implements AutoCloseable {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;
  private static final double NORM_EPSILON = 1e-6;

  private final Tensor parameters;
  private final Tensor gradients;
  private final Tensor firstMoment;
  private final Tensor secondMoment;
  private final double weightDecay;
  private final double clip;

  AdamW(Parameters parameters, double weightDecay, double clip) {
    this.parameters = parameters.flat();
    this.weightDecay = weightDecay;
    this.clip = clip;
    try (CloseOnFailure opened = new CloseOnFailure();
        Scope scope = new Scope();
        Gradients off = Gradients.off()) {
      gradients = opened.add(scope.own(zeros_like(this.parameters)));
      firstMoment = opened.add(scope.own(zeros_like(this.parameters)));
      secondMoment = opened.add(scope.own(zeros_like(this.parameters)));
      parameters.collectGradientsIn(gradients);
      opened.keep();
    }
  }

  /**
   * Moves the parameters by the collected gradients, and empties these.
   *
   * @param step counted from 0
   */
  void step(int step, double learningRate) {
    try (Scope scope = new Scope();
        Gradients off = Gradients.off()) {
      clipNorm();
      firstMoment.mul_(number(BETA1)).add_(gradients, number(1 - BETA1));
      secondMoment.mul_(number(BETA2)).addcmul_(gradients, gradients, number(1 - BETA2));
      double correction1 = 1 - Math.pow(BETA1, step + 1.0);
      double correction2 = 1 - Math.pow(BETA2, step + 1.0);
      Tensor denominator =
          secondMoment.sqrt().mul_(number(1 / Math.sqrt(correction2))).add_(number(EPSILON));
      parameters.mul_(number(1 - learningRate * weightDecay));
      parameters.addcdiv_(firstMoment, denominator, number(-learningRate / correction1));
      gradients.zero_();
    }
  }

  /** Scales the gradient to the largest norm allowed, without waiting for the device. */
  private void clipNorm() {
    if (clip > 0) {
      Tensor factor =
          gradients
              .norm()
              .add(number(NORM_EPSILON))
              .reciprocal()
              .mul(number(clip))
              .clamp(new ScalarOptional(), new ScalarOptional(number(1)));
      gradients.mul_(factor);
    }
  }

  Tensor firstMoment() {
    return firstMoment;
  }

  Tensor secondMoment() {
    return secondMoment;
  }

  private static Scalar number(double value) {
    return Tensors.scalar(value);
  }

  @Override
  public void close() {
    gradients.close();
    firstMoment.close();
    secondMoment.close();
  }
}
