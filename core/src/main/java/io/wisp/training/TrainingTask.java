package io.wisp.training;

import io.wisp.BadFile;
import io.wisp.Progress;
import io.wisp.Remedy;
import io.wisp.activation.RunKind;
import io.wisp.activation.SlicePresence;
import io.wisp.engine.Engine;
import io.wisp.network.NetworkConfig;
import io.wisp.network.ParameterSource;
import io.wisp.slices.SliceStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One kind of training: which network learns with which loss, and what is reported at the end. The
 * rest, from the loop to the checkpoints, is the same for all: {@link Training}.
 */
public abstract sealed class TrainingTask
    permits DiffusionTask, ClassifierTask, SegmenterTask, StudentTask {
  private final RunSettings settings;

  TrainingTask(RunSettings settings) {
    this.settings = settings;
  }

  /**
   * The training that makes a run of that kind.
   *
   * @throws IllegalStateException for a student, whose training also needs masks
   */
  public static TrainingTask of(RunKind kind, RunSettings settings) {
    return switch (kind) {
      case DIFFUSION -> new DiffusionTask(settings);
      case CLASSIFIER -> new ClassifierTask(settings);
      case SEGMENTER -> new SegmenterTask(settings);
      case STUDENT -> throw new IllegalStateException("a student is trained by rounds");
    };
  }

  /** The settings of the run. */
  public RunSettings settings() {
    return settings;
  }

  /** The section of the settings for training this network. */
  public abstract TrainSettings train();

  abstract RunKind kind();

  /** The label of the progress bar. */
  String title() {
    return "training";
  }

  /** The network's shape. */
  abstract NetworkConfig network();

  /** A network with values from the source. */
  abstract Learner learner(Engine engine, ParameterSource source);

  /**
   * Assesses what was learned, after each session; the averaged weights are in the folder.
   *
   * @return sentences for the user
   */
  abstract List<String> conclude(
      RunFolder folder, int step, SliceStore store, Engine engine, Progress.Factory progress);

  BatchSource batches(SliceStore store) {
    Optional<MaskSource> masks = masks(store);
    HeldBack held = heldBack(store);
    SliceDraw slices =
        SliceDraw.of(
            store,
            train(),
            labels(store),
            settings.contrast(),
            slice -> !held.has(slice) && (masks.isEmpty() || masks.get().covers(slice)));
    return new BatchSource(
        store, train(), settings.diffusion().steps(), slices, masks, network().neighbours());
  }

  private HeldBack heldBack(SliceStore store) {
    return HeldBack.of(store, train().heldBack());
  }

  /** Calibrates what the network says of slices; a sentence for the user if it was. */
  List<String> calibrate(
      RunFolder folder, SliceStore store, SlicePresence presence, Progress.Factory progress) {
    return new PresenceFit(store, heldBack(store), settings.contrast())
        .of(folder, presence, progress);
  }

  /** The labels whose slices it learns from. */
  List<Integer> labels(SliceStore store) {
    return IntStream.range(0, store.classes()).boxed().toList();
  }

  /** The masks that it learns from, if any. */
  Optional<MaskSource> masks(SliceStore store) {
    return Optional.empty();
  }

  /** Rejects a store that the network cannot learn from. */
  public void check(SliceStore store) {
    int size = settings.network().imageSize();
    if (store.imageSize() != size) {
      throw new BadFile(
          store.folder(),
          "The store %s has slices of %s pixels, but network.image_size is %s: prepare it with slices of %s, or set network.image_size=%s."
              .formatted(store.folder(), store.imageSize(), size, size, store.imageSize()),
          Remedy.SLICE_SIZE,
          Remedy.SETTING);
    }
    if (store.channels() != settings.network().inChannels()) {
      throw new BadFile(
          store.folder(),
          "The store %s has %s channels, but network.in_channels is %s: set network.in_channels=%s, and out_channels to match."
              .formatted(
                  store.folder(),
                  store.channels(),
                  settings.network().inChannels(),
                  store.channels()),
          Remedy.SETTING);
    }
    if (store.classes() > settings.network().numClasses()) {
      throw new BadFile(
          store.folder(),
          "The store %s has labels up to %s, but network.num_classes is %s: set network.num_classes=%s."
              .formatted(
                  store.folder(),
                  store.classes() - 1,
                  settings.network().numClasses(),
                  store.classes()),
          Remedy.SETTING);
    }
  }
}
