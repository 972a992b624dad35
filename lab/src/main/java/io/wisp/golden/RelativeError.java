package io.wisp.golden;

/** How far computed values lie from the expected ones. */
final class RelativeError {
  private RelativeError() {}

  /**
   * The largest absolute difference, divided by the largest expected value (or by 1 if all of them
   * are 0). Values that are not finite must be the same; else, and if the counts differ, the error
   * is infinite.
   */
  static double of(double[] actual, double[] expected) {
    if (actual.length != expected.length) {
      return Double.POSITIVE_INFINITY;
    }
    double largest = 0;
    double difference = 0;
    for (int i = 0; i < actual.length; i++) {
      if (Double.compare(actual[i], expected[i]) == 0) {
        largest = Double.isFinite(expected[i]) ? Math.max(largest, Math.abs(expected[i])) : largest;
        continue;
      }
      if (!Double.isFinite(actual[i]) || !Double.isFinite(expected[i])) {
        return Double.POSITIVE_INFINITY;
      }
      largest = Math.max(largest, Math.abs(expected[i]));
      difference = Math.max(difference, Math.abs(actual[i] - expected[i]));
    }
    return largest == 0 ? difference : difference / largest;
  }

  /**
   * The root mean square of the differences, divided by that of the expected values: for what
   * rounding leaves uncertain in each single value. Infinite where a value is not finite.
   */
  static double rootMeanSquare(float[] actual, double[] expected) {
    double differences = 0;
    double squares = 0;
    for (int i = 0; i < Math.min(actual.length, expected.length); i++) {
      differences += (actual[i] - expected[i]) * (actual[i] - expected[i]);
      squares += expected[i] * expected[i];
    }
    double error = Math.sqrt(differences / (squares == 0 ? 1 : squares));
    return actual.length == expected.length && Double.isFinite(error)
        ? error
        : Double.POSITIVE_INFINITY;
  }

  static double of(float[] actual, double[] expected) {
    double[] values = new double[actual.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = actual[i];
    }
    return of(values, expected);
  }
}
