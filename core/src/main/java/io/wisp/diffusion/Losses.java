package io.wisp.diffusion;

import io.wisp.engine.Tensors;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Training losses, one value per image.
 *
 * @param diffusion the process
 * @param variance what the network predicts
 */
public record Losses(Diffusion diffusion, Variance variance) {
  private static final double LN2 = Math.log(2);

  /**
   * The parts of the loss, each [N].
   *
   * @param total what is minimised
   * @param meanSquare ‖ε − ε_θ‖², averaged over pixels (eq. 4)
   * @param bound the variational bound in bits per dimension, or null with a fixed variance
   */
  public record Parts(Tensor total, Tensor meanSquare, Tensor bound) {}

  /**
   * The loss of one prediction.
   *
   * @param output the network's output for xt: [N, C or 2C, H, W]
   * @param x0 clean images
   * @param xt noisy images at t
   * @param noise the noise that was added
   */
  public Parts of(Tensor output, Tensor x0, Tensor xt, int[] t, Tensor noise) {
    Tensor epsilon = noiseOf(output);
    Tensor meanSquare = flatMean(noise.sub(epsilon).square());
    if (variance == Variance.FIXED) {
      return new Parts(meanSquare, meanSquare, null);
    }
    Tensor bound =
        variationalBound(epsilon.detach(), output.narrow(1, x0.size(1), x0.size(1)), x0, xt, t);
    return new Parts(meanSquare.add(bound), meanSquare, bound);
  }

  /** ε_θ of an output that may also hold a variance. */
  public Tensor noiseOf(Tensor output) {
    return variance == Variance.LEARNED ? output.narrow(1, 0, output.size(1) / 2) : output;
  }

  /**
   * KL(q(x_{t−1} | x_t, x_0) ‖ p_θ), at t = 0 the discretised likelihood; in bits per dimension.
   */
  private Tensor variationalBound(Tensor epsilon, Tensor v, Tensor x0, Tensor xt, int[] t) {
    NoiseSchedule schedule = diffusion.schedule();
    Tensor logLow = Diffusion.column(x0, t, schedule::logPosteriorVariance);
    Tensor logHigh = Diffusion.column(x0, t, schedule::logBeta);
    Tensor fraction = v.add(number(1)).div(number(2));
    Tensor logVariance = fraction.mul(logHigh).add(fraction.neg().add(number(1)).mul(logLow));
    Tensor mean = posteriorMean(diffusion.predictImage(xt, t, epsilon), xt, t);
    Tensor kl =
        flatMean(normalKl(posteriorMean(x0, xt, t), logLow, mean, logVariance)).div(number(LN2));
    Tensor likelihood =
        flatMean(discretisedLikelihood(x0, mean, logVariance.mul(number(0.5)))).div(number(-LN2));
    Tensor first = Diffusion.column(x0, t, s -> s == 0 ? 1 : 0).view(t.length);
    return torch.where(first.gt(number(0.5)), likelihood, kl);
  }

  /** The mean of q(x_{t−1} | x_t, x_0). */
  private Tensor posteriorMean(Tensor x0, Tensor xt, int[] t) {
    NoiseSchedule s = diffusion.schedule();
    Tensor ofImage =
        Diffusion.column(
            xt, t, i -> s.beta(i) * Math.sqrt(s.alphaBar(i - 1)) / (1 - s.alphaBar(i)));
    Tensor ofNoisy =
        Diffusion.column(
            xt, t, i -> (1 - s.alphaBar(i - 1)) * Math.sqrt(1 - s.beta(i)) / (1 - s.alphaBar(i)));
    return x0.mul(ofImage).add(xt.mul(ofNoisy));
  }

  private static Tensor normalKl(Tensor mean1, Tensor logVar1, Tensor mean2, Tensor logVar2) {
    Tensor ratio = logVar1.sub(logVar2).exp();
    Tensor distance = mean1.sub(mean2).square().mul(logVar2.neg().exp());
    return logVar2.sub(logVar1).add(ratio).add(distance).sub(number(1)).mul(number(0.5));
  }

  /** log of the probability of x in its 1/255 bin, the outer bins open, as published. */
  private static Tensor discretisedLikelihood(Tensor x, Tensor mean, Tensor logScale) {
    Tensor centred = x.sub(mean);
    Tensor inverse = logScale.neg().exp();
    Tensor above = approximateCdf(inverse.mul(centred.add(number(1 / 255.0))));
    Tensor below = approximateCdf(inverse.mul(centred.sub(number(1 / 255.0))));
    Tensor logAbove = logOf(above);
    Tensor logBelowRest = logOf(below.neg().add(number(1)));
    Tensor middle = logOf(above.sub(below));
    return torch.where(
        x.lt(number(-0.999)), logAbove, torch.where(x.gt(number(0.999)), logBelowRest, middle));
  }

  /** A fast approximation of the standard normal's cumulative distribution, as published. */
  private static Tensor approximateCdf(Tensor x) {
    Tensor cubic = x.add(x.pow(number(3)).mul(number(0.044715)));
    return cubic.mul(number(Math.sqrt(2 / Math.PI))).tanh().add(number(1)).mul(number(0.5));
  }

  private static Tensor logOf(Tensor x) {
    return x.clamp(new ScalarOptional(number(1e-12))).log();
  }

  private static Tensor flatMean(Tensor x) {
    return x.mean(1, 2, 3);
  }

  private static org.bytedeco.pytorch.Scalar number(double value) {
    return Tensors.scalar(value);
  }
}
