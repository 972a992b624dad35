package io.wisp;

import java.util.concurrent.CancellationException;

/**
 * Asks long work to end, from any thread: a training saves and returns, other work cleans up and
 * throws a {@link CancellationException}, which is no error.
 *
 * <pre>{@code
 * StopSignal stop = new StopSignal(); // another thread calls stop.request()
 * segmentation.run("patient7", scan, stop.ending(Progress.SILENT));
 * }</pre>
 */
public final class StopSignal {
  private volatile boolean requested;

  /** Nothing is requested yet. */
  public StopSignal() {}

  /** Requests a stop after the current step; samples and scores wait for the next session. */
  public void request() {
    requested = true;
  }

  public boolean requested() {
    return requested;
  }

  /**
   * Ends work that has nothing to save.
   *
   * @throws CancellationException if a stop was requested
   */
  public void throwIfRequested() {
    if (requested) {
      throw new CancellationException("stopped from outside");
    }
  }

  /** The same progress, which ends the work that reports to it once a stop is requested. */
  public Progress.Factory ending(Progress.Factory progress) {
    return (task, total) -> {
      throwIfRequested();
      return new Ending(progress.start(task, total), this);
    };
  }

  private record Ending(Progress bar, StopSignal stop) implements Progress {
    @Override
    public void advance(long count) {
      bar.advance(count);
      stop.throwIfRequested();
    }

    @Override
    public void note(String text) {
      bar.note(text);
    }

    @Override
    public void close() {
      bar.close();
    }
  }
}
