package io.wisp.slices;

import io.wisp.dataset.Split;

/**
 * Passes over positive test slices whose object is small, if asked to, and counts them in any case.
 */
final class ObjectFilter {
  /** The fraction of a slice that the paper asks for on CHAOS. */
  private static final double PUBLISHED = 0.05;

  private final double least;
  private int positives;
  private int large;

  /**
   * @param least the fraction of a slice that the object must cover; 0 keeps all
   */
  ObjectFilter(double least) {
    this.least = least;
  }

  /** Whether a slice stays; slices whose object is not known by a mask do. */
  boolean keeps(Split split, CutCase.Labelled slice) {
    if (split != Split.TEST || slice.label() == 0 || Double.isNaN(slice.coverage())) {
      return true;
    }
    positives++;
    boolean enough = slice.coverage() >= threshold();
    large += enough ? 1 : 0;
    return enough || least == 0;
  }

  PrepareSummary.ObjectSizes sizes() {
    return new PrepareSummary.ObjectSizes(threshold(), positives, large, least > 0);
  }

  private double threshold() {
    return least > 0 ? least : PUBLISHED;
  }
}
