package io.wisp.distillation;

import io.wisp.slices.SliceRecord;
import io.wisp.training.HeldBack;
import java.util.ArrayList;
import java.util.List;

/**
 * Masks made for the positive training slices, and the confidence in each.
 *
 * @param slices in the store's order
 * @param levels one per slice, see {@link Levels}
 * @param criteria what the confidence is made of
 * @param confidence one per slice, in [0, 1]
 * @param kept whether the slice is trained on
 */
record Labelling(
    List<SliceRecord> slices,
    List<byte[]> levels,
    List<Criterion> criteria,
    double[] confidence,
    boolean[] kept) {

  /**
   * Keeps the most confident masks.
   *
   * @param share of the non-empty masks
   */
  static Labelling of(
      List<SliceRecord> slices, List<byte[]> levels, List<Criterion> criteria, double share) {
    List<boolean[]> masks = new ArrayList<>();
    levels.forEach(level -> masks.add(Levels.mask(level)));
    double[] confidence = MaskRanking.of(criteria);
    boolean[] kept = MaskRanking.kept(confidence, masks, share);
    return new Labelling(slices, levels, criteria, confidence, kept);
  }

  /** The same, but none is kept of patients held back. */
  Labelling without(HeldBack held) {
    boolean[] others = kept.clone();
    for (int i = 0; i < others.length; i++) {
      others[i] &= !held.has(slices.get(i));
    }
    return new Labelling(slices, levels, criteria, confidence, others);
  }
}
