package io.wisp.training;

import io.wisp.Progress;
import io.wisp.activation.ContrastSettings;
import io.wisp.activation.RunKind;
import io.wisp.activation.SupervisedSegmentation;
import io.wisp.engine.Engine;
import io.wisp.network.NetworkConfig;
import io.wisp.network.ParameterSource;
import io.wisp.network.SegmentationNetwork;
import io.wisp.slices.SliceStore;
import java.util.List;
import java.util.Optional;

/**
 * Trains a student for one round, on masks made without manual ones. Every round begins with new
 * random weights, so that it does not inherit what the one before had memorised.
 */
public final class StudentTask extends TrainingTask {
  private final int round;
  private final MaskSource masks;
  private final TrainSettings train;

  /**
   * @param round from 1
   * @param masks of the training slices
   */
  public StudentTask(RunSettings settings, int round, MaskSource masks) {
    super(settings);
    this.round = round;
    this.masks = masks;
    TrainSettings first = settings.student().train();
    train = first.withSeed(first.seed() + round - 1);
  }

  @Override
  public TrainSettings train() {
    return train;
  }

  @Override
  RunKind kind() {
    return RunKind.STUDENT;
  }

  @Override
  String title() {
    return "round %s of %s".formatted(round, Math.max(round, settings().student().rounds()));
  }

  @Override
  NetworkConfig network() {
    return settings().segmenterNetwork();
  }

  /** For slices with other labels it is unknown whether they hold the object. */
  @Override
  List<Integer> labels(SliceStore store) {
    ContrastSettings contrast = settings().contrast();
    return List.of(contrast.absent(), contrast.present());
  }

  @Override
  Optional<MaskSource> masks(SliceStore store) {
    int pixels = store.imageSize() * store.imageSize();
    return Optional.of(network().tellsPresence() ? new PartlyKnown(masks, pixels) : masks);
  }

  @Override
  Learner learner(Engine engine, ParameterSource source) {
    SegmentationNetwork model = SegmentationNetwork.create(network(), engine, source);
    return new Learner(
        model,
        batch -> settings().student().loss().of(model, batch, settings().contrast().present()));
  }

  /** Scoring its masks needs manual ones; that is for {@code evaluate}. */
  @Override
  List<String> conclude(
      RunFolder folder, int step, SliceStore store, Engine engine, Progress.Factory progress) {
    if (train.heldBack() == 0) {
      return List.of();
    }
    try (SegmentationNetwork model =
        SegmentationNetwork.create(network(), engine, folder.averagedWeights())) {
      return new SupervisedSegmentation(model, train.batch())
          .presence()
          .map(presence -> calibrate(folder, store, presence, progress))
          .orElse(List.of());
    }
  }
}
