package io.wisp.metrics;

import java.util.Arrays;

/**
 * p(x) = 1 / (1 + exp(−(a + b x))), of one variable.
 *
 * @param intercept a
 * @param slope b
 */
public record Logistic(double intercept, double slope) {
  /** Weak regularisation, so that perfectly separating values have a finite slope. */
  private static final double RIDGE = 1e-2;

  private static final int MOST_STEPS = 100;
  private static final double CLOSE = 1e-9;

  /** p(x). */
  public double probability(double x) {
    return 1 / (1 + Math.exp(-(intercept + slope * x)));
  }

  /**
   * By penalised maximum likelihood ({@link #RIDGE} times half the squares of both coefficients), x
   * in standard deviations: Newton's method, its steps halved where they overshoot.
   */
  public static Logistic fit(double[] x, boolean[] positive) {
    return fit(x, targets(positive, 1, 0));
  }

  /**
   * As {@link #fit(double[], boolean[])}, to targets a little less than certain (Platt 1999): (n₊ +
   * 1) / (n₊ + 2) and 1 / (n₋ + 2) of n₊ positive and n₋ negative values, so that few values that
   * separate perfectly do not give certainty.
   */
  public static Logistic platt(double[] x, boolean[] positive) {
    int positives = 0;
    for (boolean one : positive) {
      positives += one ? 1 : 0;
    }
    int negatives = positive.length - positives;
    return fit(x, targets(positive, (positives + 1.0) / (positives + 2), 1.0 / (negatives + 2)));
  }

  private static double[] targets(boolean[] positive, double ofPositive, double ofNegative) {
    double[] targets = new double[positive.length];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = positive[i] ? ofPositive : ofNegative;
    }
    return targets;
  }

  private static Logistic fit(double[] x, double[] target) {
    double mean = Arrays.stream(x).average().orElse(0);
    double variance = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElse(0);
    double deviation = variance > 0 ? Math.sqrt(variance) : 1;
    double[] z = Arrays.stream(x).map(v -> (v - mean) / deviation).toArray();
    Logistic fitted = new Logistic(0, 0);
    for (int step = 0; step < MOST_STEPS; step++) {
      Logistic next = fitted.improved(z, target);
      double moved =
          Math.abs(next.intercept - fitted.intercept) + Math.abs(next.slope - fitted.slope);
      fitted = next;
      if (moved < CLOSE) {
        break;
      }
    }
    double slope = fitted.slope / deviation;
    return new Logistic(fitted.intercept - slope * mean, slope);
  }

  private Logistic improved(double[] z, double[] target) {
    double gradient0 = -RIDGE * intercept;
    double gradient1 = -RIDGE * slope;
    double h00 = RIDGE;
    double h01 = 0;
    double h11 = RIDGE;
    for (int i = 0; i < z.length; i++) {
      double p = probability(z[i]);
      double residual = target[i] - p;
      double weight = p * (1 - p);
      gradient0 += residual;
      gradient1 += residual * z[i];
      h00 += weight;
      h01 += weight * z[i];
      h11 += weight * z[i] * z[i];
    }
    double determinant = h00 * h11 - h01 * h01;
    double step0 = (h11 * gradient0 - h01 * gradient1) / determinant;
    double step1 = (h00 * gradient1 - h01 * gradient0) / determinant;
    double before = likelihood(z, target);
    for (double share = 1; share > CLOSE; share /= 2) {
      Logistic next = new Logistic(intercept + share * step0, slope + share * step1);
      if (next.likelihood(z, target) >= before) {
        return next;
      }
    }
    return this;
  }

  /** Its logarithm, less the penalty. */
  private double likelihood(double[] z, double[] target) {
    double sum = -RIDGE / 2 * (intercept * intercept + slope * slope);
    for (int i = 0; i < z.length; i++) {
      double logit = intercept + slope * z[i];
      double ofNegative = Math.max(0, logit) + Math.log1p(Math.exp(-Math.abs(logit)));
      sum += target[i] * logit - ofNegative;
    }
    return sum;
  }
}
