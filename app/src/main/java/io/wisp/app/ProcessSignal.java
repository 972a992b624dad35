package io.wisp.app;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jline.utils.Signals;

/** A signal by which the system asks this process to end; names and numbers are the system's. */
enum ProcessSignal {
  /** The terminal was closed. */
  HUP(1),
  /** Ctrl-C. */
  INT(2),
  TERM(15);

  private static final int SECONDS_TO_END = 5;

  private final int number;

  ProcessSignal(int number) {
    this.number = number;
  }

  /** Hands every such signal to a handler, on a thread of its own, in place of Java's exit. */
  static void onEach(Consumer<ProcessSignal> handler) {
    for (ProcessSignal signal : values()) {
      Signals.register(signal.name(), () -> handler.accept(signal));
    }
  }

  /** What a process returns that the signal ended. */
  int exitCode() {
    return 128 + number;
  }

  /**
   * Ends this process at once, as the signal does by default. {@link Runtime#halt} would first run
   * the exit handlers of LibTorch, which take away what other threads are computing with.
   */
  void endProcess() {
    Signals.registerDefault(name());
    raise();
    Runtime.getRuntime().halt(exitCode()); // there is no shell, or the system does not obey
  }

  private void raise() {
    String kill = "kill -%s %s".formatted(name(), ProcessHandle.current().pid());
    try {
      new ProcessBuilder("sh", "-c", kill).start().waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
      TimeUnit.SECONDS.sleep(SECONDS_TO_END);
    } catch (IOException | InterruptedException e) {
      return;
    }
  }
}
