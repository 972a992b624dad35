package io.wisp.benchmark;

import io.wisp.engine.Engine;
import java.util.function.Predicate;

/**
 * Something to be timed in every variant.
 *
 * @param name what is done, for people
 * @param unit what a run makes, such as {@code image}
 * @param units how many of them a run makes
 * @param where in which ways to compute it can be done
 * @param preparation makes it ready
 */
record Task(String name, String unit, int units, Predicate<Engine> where, Preparation preparation) {
  /** A task that can be done in all ways. */
  Task(String name, String unit, int units, Preparation preparation) {
    this(name, unit, units, engine -> true, preparation);
  }

  /** Makes a task ready to be run in one of the compared ways. */
  @FunctionalInterface
  interface Preparation {
    Workload of(Variant variant);
  }
}
