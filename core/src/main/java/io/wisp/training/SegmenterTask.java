package io.wisp.training;

import io.wisp.BadFile;
import io.wisp.Progress;
import io.wisp.activation.RunKind;
import io.wisp.activation.SupervisedSegmentation;
import io.wisp.activation.SupervisedSettings;
import io.wisp.engine.Engine;
import io.wisp.network.NetworkConfig;
import io.wisp.network.ParameterSource;
import io.wisp.network.SegmentationNetwork;
import io.wisp.slices.SliceStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Trains the fully supervised segmenter, the upper bound of the weak methods and the only training
 * that reads manual masks; at the end it reports its Dice on held-out patients.
 */
public final class SegmenterTask extends TrainingTask {
  public SegmenterTask(RunSettings settings) {
    super(settings);
  }

  @Override
  public TrainSettings train() {
    return settings().segmenter().train();
  }

  @Override
  RunKind kind() {
    return RunKind.SEGMENTER;
  }

  @Override
  NetworkConfig network() {
    return settings().segmenterNetwork();
  }

  @Override
  Optional<MaskSource> masks(SliceStore store) {
    return Optional.of(MaskSource.byHand(store));
  }

  @Override
  public void check(SliceStore store) {
    super.check(store);
    if (!store.hasMasks()) {
      throw new BadFile(
          store.folder(),
          "The store %s has no masks, but a segmenter learns from masks: prepare it from scans that all have one."
              .formatted(store.folder()));
    }
  }

  @Override
  Learner learner(Engine engine, ParameterSource source) {
    SegmentationNetwork model = SegmentationNetwork.create(network(), engine, source);
    return new Learner(
        model, batch -> SegmentationLoss.DICE_CE.of(model, batch, settings().contrast().present()));
  }

  @Override
  List<String> conclude(
      RunFolder folder, int step, SliceStore store, Engine engine, Progress.Factory progress) {
    try (SegmentationNetwork model =
        SegmentationNetwork.create(network(), engine, folder.averagedWeights())) {
      List<String> remarks = new ArrayList<>();
      new SupervisedSegmentation(model, train().batch())
          .presence()
          .ifPresent(told -> remarks.addAll(calibrate(folder, store, told, progress)));
      remarks.add(score(model, folder, store, progress));
      return remarks;
    }
  }

  private String score(
      SegmentationNetwork model, RunFolder folder, SliceStore store, Progress.Factory progress) {
    HeldOutMasks test =
        new HeldOutMasks(
            model,
            settings().contrast().present(),
            settings().maps().of(SupervisedSettings.FSL).recipe(),
            train().batch());
    if (test.slices(store).isEmpty()) {
      return "No held-out patient has the object, so the segmenter is not scored.";
    }
    double dice = test.meanDice(store, progress);
    folder.addFact("held_out_dice", dice);
    return String.format(
        Locale.ROOT,
        "Mean Dice on %d positive slices of held-out patients: %.3f",
        test.slices(store).size(),
        dice);
  }
}
