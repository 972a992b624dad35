package io.wisp.benchmark;

/** Work made ready, to be done again and again and timed. */
@FunctionalInterface
public interface Workload extends AutoCloseable {
  /** Does the work once, and returns when it is done, also on a device of its own. */
  void run();

  /** Frees what was made ready. */
  @Override
  default void close() {}
}
