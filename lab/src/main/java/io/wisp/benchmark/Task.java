package io.wisp.benchmark;

import io.wisp.engine.Engine;
import java.util.function.Predicate;

/**
 * A task to time in every variant.
 *
 * @param name what is done, for people
 * @param unit what a run makes, such as {@code image}
 * @param units how many of them a run makes
 * @param where in which ways to compute it can be done
 * @param preparation makes it ready
 */
record Task(String name, String unit, int units, Predicate<Engine> where, Preparation preparation) {
  /** A task that works in every variant. */
  Task(String name, String unit, int units, Preparation preparation) {
    this(name, unit, units, engine -> true, preparation);
  }

  /** Prepares a task to run in one of the variants. */
  @FunctionalInterface
  interface Preparation {
    Workload of(Variant variant);
  }
}
