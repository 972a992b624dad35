package io.wisp.app;

import io.wisp.Progress;
import io.wisp.training.Resumable;
import io.wisp.training.StopSignal;
import io.wisp.training.Training.Outcome;
import java.time.Duration;

/**
 * Runs a training that Ctrl-C makes save and leave.
 *
 * @param training what is trained
 * @param limit longest time
 * @param progress where it is shown
 */
record InterruptibleTraining(Resumable training, Duration limit, Progress.Factory progress) {
  private static final Duration SAVE_LIMIT = Duration.ofMinutes(2);

  /** How to begin: at the first step, or at the checkpoint. */
  enum Beginning {
    NEW,
    RESUMED
  }

  Outcome run(Beginning beginning) {
    StopSignal stop = new StopSignal();
    Thread hook = new Thread(() -> saveBeforeLeaving(stop), "save-before-leaving");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return switch (beginning) {
        case NEW -> training.start(limit, stop, progress);
        case RESUMED -> training.resume(limit, stop, progress);
      };
    } finally {
      stop.leave();
      if (!stop.requested()) {
        Runtime.getRuntime().removeShutdownHook(hook);
      }
    }
  }

  private static void saveBeforeLeaving(StopSignal stop) {
    stop.request();
    stop.awaitSaved(SAVE_LIMIT);
  }
}
