package io.wisp.learning;

import io.wisp.Progress;
import io.wisp.StopSignal;
import java.util.OptionalDouble;

/**
 * Measures the seconds per step of a training on some steps, by the clock on the wall, and then
 * stops it.
 */
final class Speed implements Progress.Factory {
  /** The first steps are slower: the machine's code is still being prepared. */
  private static final int WARM_UP = 5;

  private static final int MEASURED = 16;

  private final StopSignal outer;
  private final StopSignal own = new StopSignal();
  private long began;
  private OptionalDouble secondsPerStep = OptionalDouble.empty();

  /**
   * @param outer also stops it
   */
  Speed(StopSignal outer) {
    this.outer = outer;
  }

  /** Stops the training that is measured. */
  StopSignal stop() {
    return own;
  }

  /** Empty if the training ended before. */
  OptionalDouble secondsPerStep() {
    return secondsPerStep;
  }

  @Override
  public Progress start(String task, long total) {
    return new Counter();
  }

  private void stepped(int steps) {
    if (steps == WARM_UP) {
      began = System.nanoTime();
    }
    if (steps == WARM_UP + MEASURED) {
      secondsPerStep = OptionalDouble.of((System.nanoTime() - began) * 1e-9 / MEASURED);
    }
    if (secondsPerStep.isPresent() || outer.requested()) {
      own.request();
    }
  }

  /** A training first tells where it begins, then of each step. */
  private final class Counter implements Progress {
    private int calls;

    @Override
    public void advance(long count) {
      stepped(calls++);
    }

    @Override
    public void note(String text) {}

    @Override
    public void close() {}
  }
}
