package io.wisp.reproduction;

import io.wisp.training.Beginning;
import io.wisp.training.Resumable;
import io.wisp.training.Training;
import java.time.Duration;

/** Runs a training; an application stops it at Ctrl-C. */
@FunctionalInterface
public interface TrainingRunner {
  /** How a training starts. */
  /** Trains for this long, and returns its progress. */
  Training.Outcome run(Resumable training, Beginning beginning, Duration limit);
}
