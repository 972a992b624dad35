package io.wisp.training;

import static org.bytedeco.pytorch.global.torch.full_like;
import static org.bytedeco.pytorch.global.torch.zeros_like;

import io.wisp.base.CloseOnFailure;
import io.wisp.engine.Gradients;
import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import io.wisp.network.Parameters;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;

/**
 * AdamW (Loshchilov and Hutter 2019; PyTorch's defaults for β and ε) on all parameters at once:
 * they lie in one vector, and so do their gradients and moments.
 *
 * <p>A step whose gradients are not finite is skipped: parameters and moments stay as they were.
 * The device decides that itself, since reading the result at every step would mean waiting for it.
 *
 * <p>Owned by {@link TrainingState}; used by one thread. The parameters stay their network's.
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
  private final SkipFlag skip;
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
      skip = opened.add(new SkipFlag(gradients));
      parameters.collectGradientsIn(gradients);
      opened.keep();
    }
  }

  /**
   * Updates the parameters by the collected gradients, unless these are not finite, and zeros the
   * gradients.
   *
   * @param step counted from 0, skipped ones included
   */
  void step(int step, double learningRate) {
    try (Scope scope = new Scope();
        Gradients off = Gradients.off()) {
      Tensor norm = gradients.norm();
      skip.set(norm);
      clearNonFinite(gradients).mul_(skip.keepIfTaken(clipFactor(norm)));
      firstMoment.mul_(skip.choose(BETA1, 1)).add_(gradients, number(1 - BETA1));
      secondMoment.mul_(skip.choose(BETA2, 1)).addcmul_(gradients, gradients, number(1 - BETA2));
      double correction1 = 1 - Math.pow(BETA1, step + 1.0);
      double correction2 = 1 - Math.pow(BETA2, step + 1.0);
      Tensor denominator =
          secondMoment
              .sqrt()
              .mul_(number(1 / Math.sqrt(correction2)))
              .add_(skip.choose(EPSILON, Double.POSITIVE_INFINITY));
      parameters.mul_(skip.choose(1 - learningRate * weightDecay, 1));
      parameters.addcdiv_(firstMoment, denominator, number(-learningRate / correction1));
      gradients.zero_();
    }
  }

  /** The factor that scales the gradient to the largest norm allowed. */
  private Tensor clipFactor(Tensor norm) {
    if (clip == 0) {
      return full_like(norm, number(1));
    }
    return norm.add(number(NORM_EPSILON))
        .reciprocal()
        .mul(number(clip))
        .clamp(new ScalarOptional(), new ScalarOptional(number(1)));
  }

  /** Zeros where a vector is not finite, since a factor of zero would not make them so. */
  private static Tensor clearNonFinite(Tensor vector) {
    DoubleOptional zero = new DoubleOptional(0);
    return vector.nan_to_num_(zero, zero, zero);
  }

  /** Whether the latest step was skipped. */
  SkipFlag skip() {
    return skip;
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
    skip.close();
  }
}
