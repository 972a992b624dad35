package io.wisp.base;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Closes what a constructor or factory has opened so far when a later step of it fails.
 *
 * <pre>{@code
 * try (CloseOnFailure opened = new CloseOnFailure()) {
 *   images = opened.add(open("images"));
 *   masks = opened.add(open("masks"));   // if this fails, images is closed
 *   opened.keep();
 * }
 * }</pre>
 *
 * Used by one thread. What was added is closed by it, or after {@link #keep} by its new owner.
 */
public final class CloseOnFailure implements AutoCloseable {
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  /** Closes it, too, unless {@link #keep} is reached. */
  public <T extends AutoCloseable> T add(T resource) {
    opened.push(resource);
    return resource;
  }

  /** All went well: nothing is closed. */
  public void keep() {
    opened.clear();
  }

  /** The latest first. */
  @Override
  public void close() {
    IllegalStateException failed = new IllegalStateException("not everything could be closed");
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        failed.addSuppressed(e);
      }
    }
    if (failed.getSuppressed().length > 0) {
      throw failed;
    }
  }
}
