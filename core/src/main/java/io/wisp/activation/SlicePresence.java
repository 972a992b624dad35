package io.wisp.activation;

import java.util.List;
import java.util.stream.IntStream;

/** Tells of slices whether they hold the object. Several threads may share it. */
@FunctionalInterface
public interface SlicePresence {
  /** More likely than not. */
  double EVEN = 0.5;

  /** The probability of each image to hold it, in [0, 1]. */
  double[] of(List<LabelledImage> images);

  /** Images of a higher probability are taken to hold the object. */
  default double cut() {
    return EVEN;
  }

  /**
   * The places of the images that are taken to hold the object, in order.
   *
   * @param told the probability of each
   */
  default List<Integer> holding(double[] told) {
    return IntStream.range(0, told.length).filter(i -> told[i] > cut()).boxed().toList();
  }
}
