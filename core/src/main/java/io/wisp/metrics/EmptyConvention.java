package io.wisp.metrics;

/** How a distance that is undefined, because exactly one of two masks is empty, is averaged. */
public enum EmptyConvention {
  /** It is left out, and counted beside the mean. */
  LEFT_OUT,
  /** It counts as 0, as in the published code: a missed object then improves the mean. */
  COUNTED_AS_ZERO
}
