package io.wisp.distillation;

/**
 * A criterion that tells good masks from bad ones.
 *
 * @param name in tables
 * @param values one per mask, higher is better; NaN where undefined
 */
record Criterion(String name, double[] values) {

  /**
   * Each value's rank: 0 the lowest, 1 the highest, ties in their middle. Undefined values, and a
   * single value, are at 0.5.
   */
  double[] ranks() {
    double[] ranks = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      ranks[i] = rank(values[i]);
    }
    return ranks;
  }

  private double rank(double value) {
    int below = 0;
    int equal = 0;
    int others = -1;
    for (double other : values) {
      below += other < value ? 1 : 0;
      equal += other == value ? 1 : 0;
      others += Double.isNaN(other) ? 0 : 1;
    }
    return Double.isNaN(value) || others == 0 ? 0.5 : (below + 0.5 * (equal - 1)) / others;
  }
}
