package io.wisp.slices;

import io.wisp.UserError;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@link Preparation} is asked to do.
 *
 * @param source the folder with the cases
 * @param store the folder to make
 * @param layout how the source is laid out
 * @param recipe how to cut slices
 * @param trainFraction the share of patients to train on, in [0, 1]
 * @param seed what the split is drawn from
 * @param labels a label file ({@code case,slice,label} or {@code case,label}) instead of labels by
 *     the masks
 * @param splitFile a split ({@code case,split}) instead of a drawn one
 * @param workers how many volumes to work on at once; each takes the memory of a volume and its
 *     mask
 * @param overwrite whether a store that is there may be replaced
 */
public record PrepareOptions(
    Path source,
    Path store,
    Layout layout,
    SliceRecipe recipe,
    double trainFraction,
    long seed,
    Optional<Path> labels,
    Optional<Path> splitFile,
    int workers,
    boolean overwrite) {

  public PrepareOptions {
    if (!(trainFraction >= 0 && trainFraction <= 1)) {
      throw new UserError(
          "the share of patients to train on is %s, but must be from 0 to 1"
              .formatted(trainFraction));
    }
    if (workers < 1) {
      throw new UserError("%d workers cannot work: ask for 1 or more".formatted(workers));
    }
  }

  /** The default recipe, 9 of 10 patients for training, seed 1, a worker per processor. */
  public static PrepareOptions of(Path source, Path store) {
    return new PrepareOptions(
        source,
        store,
        Layout.AUTO,
        SliceRecipe.DEFAULT,
        0.9,
        1,
        Optional.empty(),
        Optional.empty(),
        Runtime.getRuntime().availableProcessors(),
        false);
  }

  public PrepareOptions withRecipe(SliceRecipe recipe) {
    return new PrepareOptions(
        source, store, layout, recipe, trainFraction, seed, labels, splitFile, workers, overwrite);
  }

  public PrepareOptions withLayout(Layout layout) {
    return new PrepareOptions(
        source, store, layout, recipe, trainFraction, seed, labels, splitFile, workers, overwrite);
  }

  public PrepareOptions withSplit(double trainFraction, long seed) {
    return new PrepareOptions(
        source, store, layout, recipe, trainFraction, seed, labels, splitFile, workers, overwrite);
  }

  public PrepareOptions withSplitFile(Path splitFile) {
    return new PrepareOptions(
        source,
        store,
        layout,
        recipe,
        trainFraction,
        seed,
        labels,
        Optional.of(splitFile),
        workers,
        overwrite);
  }

  public PrepareOptions withLabels(Path labels) {
    return new PrepareOptions(
        source,
        store,
        layout,
        recipe,
        trainFraction,
        seed,
        Optional.of(labels),
        splitFile,
        workers,
        overwrite);
  }

  public PrepareOptions withWorkers(int workers) {
    return new PrepareOptions(
        source, store, layout, recipe, trainFraction, seed, labels, splitFile, workers, overwrite);
  }

  public PrepareOptions overwriting() {
    return new PrepareOptions(
        source, store, layout, recipe, trainFraction, seed, labels, splitFile, workers, true);
  }
}
