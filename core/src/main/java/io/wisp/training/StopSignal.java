package io.wisp.training;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Asks a training to save and leave; Ctrl-C and time limits use it. */
public final class StopSignal {
  private final CountDownLatch saved = new CountDownLatch(1);
  private volatile boolean requested;

  /** Asks for a stop after the present step. */
  public void request() {
    requested = true;
  }

  public boolean requested() {
    return requested;
  }

  /** Tells those who wait that there is nothing more to save. */
  public void leave() {
    saved.countDown();
  }

  /** Waits until everything is on the disk, or the time is over. */
  public boolean awaitSaved(Duration limit) {
    try {
      return saved.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
