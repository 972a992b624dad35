package io.wisp.training;

import io.wisp.engine.Precision;
import io.wisp.training.Divergence.Cause;
import io.wisp.weights.Safetensors;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Saves a training, and resets it when it diverged: to the last checkpoint, or to the beginning if
 * there is none, to go on at half the learning rate; twice at most.
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
   * @throws TrainingDiverged if the learning rate was halved as often as allowed
   */
  Divergence goBack(Cause cause) {
    int step = state.step();
    if (state.halvings() == MOST_HALVINGS) {
      throw diverged(cause);
    }
    state.goBack(folder.hasCheckpoint() ? Optional.of(folder.checkpoint()) : Optional.empty());
    Divergence event = new Divergence(step, cause, state.step(), state.learningRateFactor());
    folder.add(event);
    LOG.warn("{}: {}", folder.path(), event.sentence());
    return event;
  }

  private TrainingDiverged diverged(Cause cause) {
    TrainSettings train = task.train();
    String settings = task.kind().trainSettings();
    double slower = train.learningRate() * state.learningRateFactor() / 2;
    double tighter = train.clip() > 0 ? train.clip() / 2 : 1;
    List<String> toTry =
        List.of(
            "%s.learning_rate=%s".formatted(settings, (float) slower),
            "%s.clip=%s".formatted(settings, (float) tighter));
    Precision precision = state.learner().network().engine().precision();
    return new TrainingDiverged(
        folder.path(),
        toTry,
        precision,
        "The training in %s diverged at step %s (%s), though its learning rate was halved %s times. %s Resume it with a smaller learning rate or a tighter bound on gradients, such as %s%s."
            .formatted(
                folder.path(),
                state.step(),
                cause.sentence(),
                MOST_HALVINGS,
                kept(),
                String.join(" or ", toTry),
                precision == Precision.FLOAT32 ? "" : ", or in float32"));
  }

  private String kept() {
    return folder.hasCheckpoint()
        ? "%s holds the last good weights, those of step %s."
            .formatted(folder.weights(), folder.trainedSteps())
        : "It had not reached a checkpoint, so there are no weights yet.";
  }
}
