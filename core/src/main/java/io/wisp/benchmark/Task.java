package io.wisp.benchmark;

/**
 * Something to be timed in every variant.
 *
 * @param name what is done, for people
 * @param unit what a run makes, such as {@code image}
 * @param units how many of them a run makes
 * @param preparation makes it ready
 */
record Task(String name, String unit, int units, Preparation preparation) {
  /** Makes a task ready to be run in one of the compared ways. */
  @FunctionalInterface
  interface Preparation {
    Workload of(Variant variant);
  }
}
