package io.wisp.nifti;

/** The linear map from stored to real values: {@code real = slope · stored + intercept}. */
record Scaling(double slope, double intercept) {
  static final Scaling NONE = new Scaling(1, 0);

  /** A slope of zero, infinity or NaN in a header means: not scaled. */
  static Scaling ofHeader(double slope, double intercept) {
    return slope == 0 || !Double.isFinite(slope) ? NONE : new Scaling(slope, intercept);
  }

  void apply(double[] values, int count) {
    if (slope == 1 && intercept == 0) {
      return;
    }
    for (int i = 0; i < count; i++) {
      values[i] = values[i] * slope + intercept;
    }
  }
}
