package io.wisp.diffusion;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.wisp.BadSetting;
import java.util.function.DoubleUnaryOperator;

/**
 * How fast the noise grows: β_t and ᾱ_t = Π_{s ≤ t} (1 − β_s) for t = 0 … T−1, in double.
 *
 * <p>ᾱ before the first step is 1 and after the last is 0, as in guided-diffusion.
 */
public final class NoiseSchedule {
  /** The law that β follows. */
  public enum Kind {
    /** From 1e-4 to 0.02 over 1000 steps, scaled for other numbers of steps (Ho et al. 2020). */
    @JsonProperty("linear")
    LINEAR,
    /** ᾱ(u) = cos²((u + 0.008) / 1.008 · π/2), β at most 0.999 (Nichol and Dhariwal 2021). */
    @JsonProperty("cosine")
    COSINE
  }

  private static final double MAX_BETA = 0.999;
  private final double[] beta;
  private final double[] alphaBar;

  private NoiseSchedule(double[] beta) {
    this.beta = beta;
    alphaBar = new double[beta.length];
    double product = 1;
    for (int t = 0; t < beta.length; t++) {
      product *= 1 - beta[t];
      alphaBar[t] = product;
    }
  }

  /** The schedule of the given kind with this many steps. */
  public static NoiseSchedule of(Kind kind, int steps) {
    if (steps < 2) {
      throw new BadSetting(
          "diffusion.steps",
          steps,
          "diffusion.steps is " + steps + ", but a schedule needs at least 2; 1000 is usual.");
    }
    return new NoiseSchedule(
        switch (kind) {
          case LINEAR -> linear(steps);
          case COSINE ->
              fromAlphaBar(steps, u -> Math.pow(Math.cos((u + 0.008) / 1.008 * Math.PI / 2), 2));
        });
  }

  private static double[] linear(int steps) {
    double scale = 1000.0 / steps;
    double first = scale * 1e-4;
    double last = Math.min(scale * 0.02, MAX_BETA);
    double[] beta = new double[steps];
    for (int t = 0; t < steps; t++) {
      beta[t] = first + (last - first) * t / (steps - 1);
    }
    return beta;
  }

  private static double[] fromAlphaBar(int steps, DoubleUnaryOperator law) {
    double[] beta = new double[steps];
    for (int t = 0; t < steps; t++) {
      double ratio = law.applyAsDouble((t + 1.0) / steps) / law.applyAsDouble((double) t / steps);
      beta[t] = Math.min(1 - ratio, MAX_BETA);
    }
    return beta;
  }

  /** T. */
  public int steps() {
    return beta.length;
  }

  /** β_t. */
  public double beta(int t) {
    return beta[t];
  }

  /** ᾱ_t; 1 for t = −1 and below, 0 for T and above. */
  public double alphaBar(int t) {
    if (t < 0) {
      return 1;
    }
    return t >= beta.length ? 0 : alphaBar[t];
  }

  /** log of β̃_t, the variance of q(x_{t−1} | x_t, x_0); that of step 1 at step 0, as published. */
  double logPosteriorVariance(int t) {
    int s = Math.max(t, 1);
    return Math.log(beta[s] * (1 - alphaBar(s - 1)) / (1 - alphaBar(s)));
  }

  /** log β_t. */
  double logBeta(int t) {
    return Math.log(beta[t]);
  }
}
