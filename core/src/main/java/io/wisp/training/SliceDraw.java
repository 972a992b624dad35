package io.wisp.training;

import io.wisp.BadFile;
import io.wisp.Remedy;
import io.wisp.UserError;
import io.wisp.activation.ContrastSettings;
import io.wisp.dataset.Split;
import io.wisp.slices.SlicePositions;
import io.wisp.slices.SliceRecord;
import io.wisp.slices.SliceStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** Chooses the slices of batches, one at a time, by random numbers alone. */
@FunctionalInterface
interface SliceDraw {
  /** The next slice. */
  SliceRecord next(RandomGenerator random);

  /**
   * The choice among a store's training slices, by the settings.
   *
   * @param labels whose slices are chosen
   * @param contrast which of them are matched, see {@link TrainSettings.Match}
   * @param drawn which slices may be chosen
   * @throws UserError if a label has none
   */
  static SliceDraw of(
      SliceStore store,
      TrainSettings settings,
      List<Integer> labels,
      ContrastSettings contrast,
      Predicate<SliceRecord> drawn) {
    List<SliceRecord> all =
        store.slices(Split.TRAIN).stream()
            .filter(slice -> labels.contains(slice.label()))
            .filter(drawn)
            .toList();
    if (all.isEmpty()) {
      throw new BadFile(
          store.folder(),
          "The store %s has no training slices: prepare it with a larger share for training."
              .formatted(store.folder()),
          Remedy.SPLIT);
    }
    List<List<SliceRecord>> classes = new ArrayList<>();
    labels.forEach(label -> classes.add(labelled(label, all, store)));
    SliceDraw any = among(settings.balanced() ? classes : List.of(all));
    return switch (settings.match()) {
      case NONE -> any;
      case POSITION ->
          new MatchedDraw(
              any,
              labelled(contrast.present(), all, store),
              labelled(contrast.absent(), all, store),
              SlicePositions.of(store.slices()));
    };
  }

  /** A group at random, then one of its slices. */
  static SliceDraw among(List<List<SliceRecord>> groups) {
    return random -> {
      List<SliceRecord> group = groups.get(random.nextInt(groups.size()));
      return group.get(random.nextInt(group.size()));
    };
  }

  private static List<SliceRecord> labelled(int label, List<SliceRecord> all, SliceStore store) {
    List<SliceRecord> members = all.stream().filter(slice -> slice.labelled(label)).toList();
    if (members.isEmpty()) {
      throw new BadFile(
          store.folder(),
          ("The store %s has no training slices of class %s: the model learns from the difference"
                  + " between classes, so it needs examples of each.")
              .formatted(store.folder(), label));
    }
    return members;
  }
}
