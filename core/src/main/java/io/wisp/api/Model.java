package io.wisp.api;

import io.wisp.Progress;
import io.wisp.activation.RunKind;
import io.wisp.segmentation.ScanSegmentation;
import io.wisp.segmentation.TrainedModel;
import io.wisp.volume.Volume;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Trained networks that outline scans. Several threads may outline at the same time, with the same
 * results as alone. Whoever opens a model closes it, after the last outline.
 */
public final class Model implements AutoCloseable {
  private final TrainedModel networks;
  private final ScanSegmentation segmentation;

  Model(TrainedModel networks, ScanSegmentation segmentation) {
    this.networks = networks;
    this.segmentation = segmentation;
  }

  /** A training on a store; {@link TrainingOptions#run} runs it. */
  public static TrainingOptions training(Store store) {
    return new TrainingOptions(store.folder());
  }

  /** A trained run, with the settings that it was trained with. */
  public static Model open(Path run) {
    return of(run).open();
  }

  /** Trained runs to open, one per kind; {@link ModelOptions#open} loads them. */
  public static ModelOptions of(Path... runs) {
    return new ModelOptions(List.of(runs));
  }

  /** The kinds of scan that it takes, in the order of the channels, such as {@code flair}. */
  public List<String> modalities() {
    return networks.sliceRecipe().modalities();
  }

  /** Where it computes, and why there, in a sentence. */
  public String computesOn() {
    return networks.engine().reason();
  }

  /**
   * Outlines the object in a scan where it is not known which slices hold it; with a classifier
   * only in those that it predicts to hold it, which is better.
   *
   * @param name of the scan; together with the seed it determines the noise
   */
  public Outline outline(String name, Volume scan) {
    return outline(name, List.of(scan), Progress.SILENT);
  }

  /**
   * The same for a model of several channels.
   *
   * @param channels a volume for each of {@link #modalities}, on one grid
   * @param progress counts the slices, and may stop the work
   * @throws io.wisp.UserError if the scan has no slice to outline
   */
  public Outline outline(String name, List<Volume> channels, Progress.Factory progress) {
    boolean classifies = networks.runs().folder(RunKind.CLASSIFIER).isPresent();
    return Outline.of(
        classifies
            ? segmentation.runClassified(name, channels, progress)
            : segmentation.run(name, channels, progress));
  }

  /**
   * Outlines the object in the slices that are known to hold it, each by itself.
   *
   * @param positive whether the slice at an index holds the object
   */
  public Outline outline(
      String name, List<Volume> channels, IntPredicate positive, Progress.Factory progress) {
    return Outline.of(segmentation.run(name, channels, positive, progress));
  }

  @Override
  public void close() {
    networks.close();
  }
}
