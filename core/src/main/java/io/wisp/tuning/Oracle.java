package io.wisp.tuning;

import io.wisp.BadFile;
import io.wisp.Remedy;
import io.wisp.UserError;
import io.wisp.mask.MaskRecipe;
import io.wisp.metrics.Overlap;
import io.wisp.slices.SliceStore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Scores by the masks of the validation slices, for comparison. Settings are never chosen by them.
 */
public final class Oracle {
  private final ValidationSlices slices;
  private final List<Integer> positives;
  private final List<boolean[]> truths;

  /**
   * Reads the masks of the positive slices.
   *
   * @throws UserError if the store has none
   */
  public Oracle(SliceStore store, ValidationSlices slices) {
    if (!store.hasMasks()) {
      throw new BadFile(
          store.folder(),
          "The store %s has no masks, so there is no oracle to compare with: leave the oracle out."
              .formatted(store.folder()),
          Remedy.NO_ORACLE);
    }
    this.slices = slices;
    positives =
        IntStream.range(0, slices.slices().size())
            .filter(i -> slices.slices().get(i).positive())
            .boxed()
            .toList();
    truths = positives.stream().map(i -> store.truth(slices.slices().get(i).record())).toList();
  }

  /** Dice of each positive slice; as in an evaluation, the positive ones are one set. */
  List<Double> dice(MaskRecipe recipe, List<float[]> maps) {
    List<boolean[]> masks =
        new MapMasks(recipe, slices.side())
            .masks(
                positives.stream().map(slices.slices()::get).toList(),
                positives.stream().map(maps::get).toList());
    List<Double> dice = new ArrayList<>();
    for (int i = 0; i < masks.size(); i++) {
      dice.add(Overlap.of(masks.get(i), truths.get(i)).dice());
    }
    return dice;
  }

  /** A score of the positive slices alone, in the order of {@link #dice}. */
  List<Double> ofPositives(List<Double> scores) {
    return positives.stream().map(scores::get).toList();
  }
}
