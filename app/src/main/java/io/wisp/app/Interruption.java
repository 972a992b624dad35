package io.wisp.app;

import io.wisp.StopSignal;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Ends a command when Ctrl-C or SIGTERM asks for it: a training saves, other work cleans up. It is
 * the command's own thread that ends the process, once it is out of LibTorch: the end of a process
 * takes away what LibTorch computes with, and a thread that is still computing crashes. One that
 * does not come out in time is ended with the process by the system.
 */
final class Interruption {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final Duration SAVE_LIMIT = Duration.ofMinutes(2);
  private static final int MILLIS_BETWEEN_LOOKS = 50;

  private final StopSignal stop = new StopSignal();
  private final CountDownLatch left = new CountDownLatch(1);
  private volatile Duration limit = LIMIT;
  private volatile ProcessSignal signal;

  /** Listens to the signals of this process until {@link #leave}. */
  void listen(PrintWriter err) {
    ProcessSignal.onEach(
        received -> {
          if (request(received)) {
            err.println((Terminal.isStderr() ? "\n" : "") + "wisp: stopping");
            if (!awaitLeaving()) {
              received.endProcess();
            }
          }
        });
  }

  /** Asks the command to end; only the first signal counts. */
  synchronized boolean request(ProcessSignal received) {
    if (signal != null || left.getCount() == 0) {
      return false;
    }
    signal = received;
    stop.request();
    return true;
  }

  boolean requested() {
    return stop.requested();
  }

  /** What the command returns if it was asked to end. */
  OptionalInt exitCode() {
    return signal == null ? OptionalInt.empty() : OptionalInt.of(signal.exitCode());
  }

  /** Told to what should end. */
  StopSignal stop() {
    return stop;
  }

  /** Runs work that saves what it has when it is told to stop, and gets more time for that. */
  <T> T saving(Function<StopSignal, T> work) {
    stop.throwIfRequested();
    limit = SAVE_LIMIT;
    try {
      return work.apply(stop);
    } finally {
      if (!stop.requested()) {
        limit = LIMIT;
      }
    }
  }

  /** Says that the command is out of LibTorch, and that the process may end. */
  void leave() {
    left.countDown();
  }

  private boolean awaitLeaving() {
    long start = System.nanoTime();
    try {
      while (System.nanoTime() - start < limit.toNanos()) {
        if (left.await(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
          return true;
        }
      }
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
