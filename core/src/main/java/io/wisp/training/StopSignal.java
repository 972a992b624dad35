package io.wisp.training;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Asks a training to save and leave; Ctrl-C and time limits use it. */
public final class StopSignal {
  private final CountDownLatch saved = new CountDownLatch(1);
  private final BooleanSupplier whole;
  private volatile boolean requested;

  public StopSignal() {
    this(() -> false);
  }

  private StopSignal(BooleanSupplier whole) {
    this.whole = whole;
  }

  /** A signal for a part of the work, which stops with the whole, but whose end is not its end. */
  public StopSignal part() {
    return new StopSignal(this::requested);
  }

  /** Asks for a stop after the present step. */
  public void request() {
    requested = true;
  }

  public boolean requested() {
    return requested || whole.getAsBoolean();
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
