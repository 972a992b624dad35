package io.wisp.benchmark;

/** Prepared work, repeated and timed. */
@FunctionalInterface
public interface Workload extends AutoCloseable {
  /** Does the work once, and returns when it is finished, on other devices as well. */
  void run();

  /** Frees what was prepared. */
  @Override
  default void close() {}
}
