package io.wisp.golden;

/**
 * One quantity compared.
 *
 * @param file the golden file's name
 * @param quantity what was compared
 * @param error the largest absolute difference, divided by the largest expected value
 * @param bound the largest error that passes
 */
public record GoldenResult(String file, String quantity, double error, double bound) {
  /** Whether the error is within the bound; an error that is no number is not. */
  public boolean passes() {
    return error <= bound;
  }

  static GoldenResult compare(
      String file, String quantity, float[] actual, float[] expected, double bound) {
    double[] a = new double[actual.length];
    double[] e = new double[expected.length];
    for (int i = 0; i < a.length; i++) {
      a[i] = actual[i];
    }
    for (int i = 0; i < e.length; i++) {
      e[i] = expected[i];
    }
    return compare(file, quantity, a, e, bound);
  }

  static GoldenResult compare(
      String file, String quantity, double[] actual, double[] expected, double bound) {
    if (actual.length != expected.length) {
      return new GoldenResult(file, quantity, Double.POSITIVE_INFINITY, bound);
    }
    double largest = 0;
    double difference = 0;
    for (int i = 0; i < actual.length; i++) {
      largest = Math.max(largest, Math.abs(expected[i]));
      double d = Math.abs(actual[i] - expected[i]);
      difference = Double.isNaN(d) ? Double.POSITIVE_INFINITY : Math.max(difference, d);
    }
    return new GoldenResult(
        file, quantity, largest == 0 ? difference : difference / largest, bound);
  }
}
