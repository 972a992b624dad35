package io.wisp.metrics;

/**
 * How a predicted mask covers the true one, in counts of pixels or voxels.
 *
 * <p>Empty masks: if both are empty, the prediction is right, and all four measures are 1. If only
 * one is, all four are 0.
 */
public record Overlap(
    long truePositives, long falsePositives, long falseNegatives, long trueNegatives) {

  public Overlap {
    if (truePositives < 0 || falsePositives < 0 || falseNegatives < 0 || trueNegatives < 0) {
      throw new IllegalArgumentException("counts are 0 or more");
    }
  }

  /** Counts two masks of equal length. */
  public static Overlap of(boolean[] prediction, boolean[] truth) {
    if (prediction.length != truth.length) {
      throw new IllegalArgumentException(
          "the predicted mask has %s elements, the true one %s"
              .formatted(prediction.length, truth.length));
    }
    long both = 0;
    long predicted = 0;
    long actual = 0;
    for (int i = 0; i < truth.length; i++) {
      both += prediction[i] && truth[i] ? 1 : 0;
      predicted += prediction[i] ? 1 : 0;
      actual += truth[i] ? 1 : 0;
    }
    return new Overlap(
        both, predicted - both, actual - both, truth.length - predicted - actual + both);
  }

  /** 2 |P ∩ T| / (|P| + |T|). */
  public double dice() {
    return ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
  }

  /** |P ∩ T| / |P ∪ T|, the paper's mIoU once averaged. */
  public double iou() {
    return ratio(truePositives, truePositives + falsePositives + falseNegatives);
  }

  /** |P ∩ T| / |P|: how much of the prediction is right. */
  public double precision() {
    return ratio(truePositives, predicted());
  }

  /** |P ∩ T| / |T|: how much of the object is found. */
  public double recall() {
    return ratio(truePositives, actual());
  }

  /** The size of the predicted object, |P|. */
  public long predicted() {
    return truePositives + falsePositives;
  }

  /** The size of the true object, |T|. */
  public long actual() {
    return truePositives + falseNegatives;
  }

  /** The size of the whole grid. */
  public long total() {
    return predicted() + falseNegatives + trueNegatives;
  }

  private double ratio(long part, long whole) {
    if (whole == 0) {
      return predicted() == 0 && actual() == 0 ? 1 : 0;
    }
    return (double) part / whole;
  }
}
