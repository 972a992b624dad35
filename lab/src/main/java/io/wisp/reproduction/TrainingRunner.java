package io.wisp.reproduction;

import io.wisp.training.Beginning;
import io.wisp.training.Resumable;
import io.wisp.training.Training;
import java.time.Duration;

/** Runs a training; an application makes it stop at Ctrl-C. */
@FunctionalInterface
public interface TrainingRunner {
  /** How a training begins. */
  /** Trains for so long, and says how far it came. */
  Training.Outcome run(Resumable training, Beginning beginning, Duration limit);
}
