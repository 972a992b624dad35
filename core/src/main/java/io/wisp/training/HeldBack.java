package io.wisp.training;

import io.wisp.dataset.PatientSplit;
import io.wisp.dataset.Split;
import io.wisp.slices.SliceRecord;
import io.wisp.slices.SliceStore;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The training patients that a network does not learn from, so that what it says of slices can be
 * calibrated on theirs. Which they are depends on the store and the share alone.
 *
 * @param cases theirs
 */
public record HeldBack(Set<String> cases) {
  private static final long SEED = 1;

  public HeldBack {
    cases = Set.copyOf(cases);
  }

  /**
   * Draws them.
   *
   * @param share of the training patients, see {@link TrainSettings#heldBack}; 0 is none
   */
  public static HeldBack of(SliceStore store, double share) {
    if (share == 0) {
      return new HeldBack(Set.of());
    }
    Set<String> training = new TreeSet<>();
    store.slices(Split.TRAIN).forEach(slice -> training.add(slice.caseId()));
    PatientSplit split = PatientSplit.draw(training, 1 - share, SEED);
    training.removeIf(id -> split.of(id) == Split.TRAIN);
    return new HeldBack(training);
  }

  /** Whether a slice is of one of them. */
  public boolean has(SliceRecord slice) {
    return cases.contains(slice.caseId());
  }

  /** Their slices, in the store's order. */
  List<SliceRecord> slices(SliceStore store) {
    return store.slices().stream().filter(this::has).toList();
  }

  /** How many patients they are. */
  int patients() {
    return (int) cases.stream().map(PatientSplit::patient).distinct().count();
  }
}
