package io.wisp.activation;

import java.util.Arrays;
import java.util.List;

/** Tells of slices whether they hold the object. Several threads may share it. */
@FunctionalInterface
public interface SlicePresence {
  /** More likely than not. */
  double EVEN = 0.5;

  /** The probability of each image to hold it, in [0, 1]. */
  double[] of(List<LabelledImage> images);

  /** Whether each image holds it more likely than not. */
  default List<Boolean> holds(List<LabelledImage> images) {
    return Arrays.stream(of(images)).mapToObj(probability -> probability > EVEN).toList();
  }
}
