package io.wisp.engine;

import org.bytedeco.pytorch.GradMode;

/** Switches the recording of gradients on this thread. */
public final class Gradients implements AutoCloseable {
  private final boolean before = GradMode.is_enabled();

  private Gradients(boolean enabled) {
    GradMode.set_enabled(enabled);
  }

  /** Records nothing until closed. */
  public static Gradients off() {
    return new Gradients(false);
  }

  /** Records until closed, also inside {@link #off()}. */
  public static Gradients on() {
    return new Gradients(true);
  }

  @Override
  public void close() {
    GradMode.set_enabled(before);
  }
}
