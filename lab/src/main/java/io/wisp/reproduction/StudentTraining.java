package io.wisp.reproduction;

import io.wisp.Progress;
import io.wisp.StopSignal;
import io.wisp.distillation.Distillation;
import io.wisp.distillation.StudentFolder;
import io.wisp.training.Resumable;
import io.wisp.training.Training.Outcome;
import java.time.Duration;

/**
 * A distillation whose time limit covers learning; making the teacher's masks comes on top.
 *
 * @param folder of the student
 */
record StudentTraining(Distillation distillation, StudentFolder folder) implements Resumable {

  @Override
  public Outcome start(Duration limit, StopSignal stop, Progress.Factory progress) {
    Outcome masks = distillation.start(Duration.ZERO, stop, progress);
    return stop.requested() ? masks : distillation.resume(limit, stop, progress);
  }

  @Override
  public Outcome resume(Duration limit, StopSignal stop, Progress.Factory progress) {
    if (!folder.begun(1)) {
      Outcome masks = distillation.resume(Duration.ZERO, stop, progress);
      if (stop.requested()) {
        return masks;
      }
    }
    return distillation.resume(limit, stop, progress);
  }
}
