package io.wisp.training;

import io.wisp.engine.Precision;
import io.wisp.training.Divergence.Cause;
import io.wisp.weights.Safetensors;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a training to the disk, and back when it diverged: to the last checkpoint, or to the
 * beginning if there is none, and on at half the learning rate; twice at most.
 */
final class Checkpoints {
  private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
  private static final int MOST_HALVINGS = 2;

  private final TrainingState state;
  private final RunFolder folder;
  private final TrainingTask task;

  Checkpoints(TrainingState state, RunFolder folder, TrainingTask task) {
    this.state = state;
    this.folder = folder;
    this.task = task;
  }

  /** Writes the checkpoint, the averaged weights, and the picture of the loss. */
  void save() {
    state.save(folder.checkpoint());
    Safetensors.replace(
        folder.weights(),
        Map.of("kind", "wisp-weights", "step", Integer.toString(state.step())),
        state.averagedWeights());
    folder.drawLoss();
  }

  /**
   * Goes back, warns of it, and notes it in {@code run.json}.
   *
   * @throws TrainingDiverged if the learning rate was halved often enough
   */
  Divergence goBack(Cause cause) {
    int step = state.step();
    if (state.halvings() == MOST_HALVINGS) {
      throw new TrainingDiverged(advice(cause));
    }
    state.goBack(folder.hasCheckpoint() ? Optional.of(folder.checkpoint()) : Optional.empty());
    Divergence event = new Divergence(step, cause, state.step(), state.learningRateFactor());
    folder.add(event);
    LOG.warn("{}: {}", folder.path(), event.sentence());
    return event;
  }

  private String advice(Cause cause) {
    TrainSettings train = task.train();
    String settings = task.kind().trainSettings();
    double slower = train.learningRate() * state.learningRateFactor() / 2;
    double tighter = train.clip() > 0 ? train.clip() / 2 : 1;
    boolean exact = state.learner().network().engine().precision() == Precision.FLOAT32;
    return "The training in %s diverged at step %s (%s), though its learning rate was halved %s times. %s Try a smaller learning rate or a tighter bound on gradients (--resume --set %s.learning_rate=%s --set %s.clip=%s)%s; `wisp doctor` tells whether this machine computes right."
        .formatted(
            folder.path(),
            state.step(),
            cause.sentence(),
            MOST_HALVINGS,
            kept(),
            settings,
            (float) slower,
            settings,
            (float) tighter,
            exact ? "" : ", or --precision float32");
  }

  private String kept() {
    return folder.hasCheckpoint()
        ? "%s holds the last good weights, those of step %s."
            .formatted(folder.weights(), folder.trainedSteps())
        : "It had come to no checkpoint, so there are no weights yet.";
  }
}
