package io.wisp.tuning;

import java.util.Arrays;

/**
 * p(x) = 1 / (1 + exp(−(a + b x))), of one variable.
 *
 * @param intercept a
 * @param slope b
 */
record Logistic(double intercept, double slope) {
  /** Weak regularisation, so that perfectly separating values have a finite slope. */
  private static final double RIDGE = 1e-2;

  private static final int MOST_STEPS = 100;
  private static final double CLOSE = 1e-9;

  double probability(double x) {
    return 1 / (1 + Math.exp(-(intercept + slope * x)));
  }

  /**
   * By penalised maximum likelihood ({@link #RIDGE} times half the squares of both coefficients), x
   * in standard deviations: Newton's method, its steps halved where they overshoot.
   */
  static Logistic fit(double[] x, boolean[] positive) {
    double mean = Arrays.stream(x).average().orElse(0);
    double variance = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElse(0);
    double deviation = variance > 0 ? Math.sqrt(variance) : 1;
    double[] z = Arrays.stream(x).map(v -> (v - mean) / deviation).toArray();
    Logistic fitted = new Logistic(0, 0);
    for (int step = 0; step < MOST_STEPS; step++) {
      Logistic next = fitted.improved(z, positive);
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

  private Logistic improved(double[] z, boolean[] positive) {
    double gradient0 = -RIDGE * intercept;
    double gradient1 = -RIDGE * slope;
    double h00 = RIDGE;
    double h01 = 0;
    double h11 = RIDGE;
    for (int i = 0; i < z.length; i++) {
      double p = probability(z[i]);
      double residual = (positive[i] ? 1 : 0) - p;
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
    double before = likelihood(z, positive);
    for (double share = 1; share > CLOSE; share /= 2) {
      Logistic next = new Logistic(intercept + share * step0, slope + share * step1);
      if (next.likelihood(z, positive) >= before) {
        return next;
      }
    }
    return this;
  }

  private double likelihood(double[] z, boolean[] positive) {
    double sum = -RIDGE / 2 * (intercept * intercept + slope * slope);
    for (int i = 0; i < z.length; i++) {
      double towards = (intercept + slope * z[i]) * (positive[i] ? 1 : -1);
      sum -= towards > 0 ? Math.log1p(Math.exp(-towards)) : Math.log1p(Math.exp(towards)) - towards;
    }
    return sum;
  }
}
