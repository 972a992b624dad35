package io.wisp.activation;

import java.util.stream.Stream;

/** The slices of training patients with their labels, read when asked for. */
@FunctionalInterface
public interface TrainingSlices {
  /** Where there is no store. */
  TrainingSlices NONE = Stream::empty;

  /** All of them, in any order. */
  Stream<TrainingSlice> read();
}
