package io.wisp.training;

import io.wisp.UserError;
import io.wisp.dataset.Split;
import io.wisp.slices.SlicePositions;
import io.wisp.slices.SliceRecord;
import io.wisp.slices.SliceStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** Chooses the slices of batches, one at a time, by nothing but random numbers. */
@FunctionalInterface
interface SliceDraw {
  /** The next slice. */
  SliceRecord next(RandomGenerator random);

  /**
   * The choice among a store's training slices that the settings ask for.
   *
   * @param drawn which of them may be chosen
   * @throws UserError if a class has none
   */
  static SliceDraw of(SliceStore store, TrainSettings settings, Predicate<SliceRecord> drawn) {
    List<SliceRecord> all = store.slices(Split.TRAIN).stream().filter(drawn).toList();
    if (all.isEmpty()) {
      throw new UserError(
          "The store %s has no training slices: prepare it with a larger --split."
              .formatted(store.folder()));
    }
    List<List<SliceRecord>> classes = classes(store, all);
    List<SliceRecord> positives = all.stream().filter(SliceRecord::positive).toList();
    SliceDraw any = among(settings.balanced() ? classes : List.of(all));
    return switch (settings.match()) {
      case NONE -> any;
      case POSITION ->
          new MatchedDraw(
              any,
              among(settings.balanced() ? classes.subList(1, classes.size()) : List.of(positives)),
              classes.get(0),
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

  private static List<List<SliceRecord>> classes(SliceStore store, List<SliceRecord> all) {
    List<List<SliceRecord>> classes = new ArrayList<>();
    for (int label = 0; label < store.classes(); label++) {
      int wanted = label;
      List<SliceRecord> members = all.stream().filter(slice -> slice.label() == wanted).toList();
      if (members.isEmpty()) {
        throw new UserError(
            ("The store %s has no training slices of class %s: the model learns from the difference"
                    + " between classes, so it needs examples of each.")
                .formatted(store.folder(), label));
      }
      classes.add(members);
    }
    return classes;
  }
}
