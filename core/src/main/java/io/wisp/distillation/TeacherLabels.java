package io.wisp.distillation;

import io.wisp.confidence.MaskCriteria;
import io.wisp.confidence.MaskedMap;
import io.wisp.mask.SliceMask;
import io.wisp.metrics.Overlap;
import io.wisp.segmentation.StoreMaps;
import io.wisp.slices.SliceRecord;
import io.wisp.training.StudentSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The masks of the first round: those of the weak method, as {@code evaluate} would score them,
 * trusted if its map stands out, and if adjacent slices have a similar one. With other methods
 * beside it, a pixel is object or background where all say so, and unknown elsewhere; a mask is
 * trusted if they agree.
 *
 * @param maps the weak method
 * @param others the other methods
 * @param settings softness of the masks, and the share kept
 */
record TeacherLabels(StoreMaps maps, List<StoreMaps> others, StudentSettings settings) {

  /** Masks of slices that hold the object; nothing if a stop was requested. */
  Optional<Labelling> of(List<SliceRecord> slices, SliceWork work) {
    Optional<List<SliceMask>> taught = masks(maps, slices, work);
    if (others.isEmpty()) {
      return taught.map(found -> labelled(slices, found));
    }
    List<List<SliceMask>> all = new ArrayList<>();
    taught.ifPresent(all::add);
    for (StoreMaps other : others) {
      masks(other, slices, work.titled(other.recipe().name())).ifPresent(all::add);
    }
    return all.size() == 1 + others.size() ? Optional.of(agreed(slices, all)) : Optional.empty();
  }

  private static Optional<List<SliceMask>> masks(
      StoreMaps source, List<SliceRecord> slices, SliceWork work) {
    return work.run(slices, source::maps).map(made -> source.masks(slices, made));
  }

  private Labelling labelled(List<SliceRecord> slices, List<SliceMask> found) {
    double[] contrast = new double[slices.size()];
    List<boolean[]> masks = new ArrayList<>();
    List<byte[]> levels = new ArrayList<>();
    for (int i = 0; i < contrast.length; i++) {
      SliceMask one = found.get(i);
      contrast[i] = MaskedMap.of(one).effect();
      masks.add(one.mask());
      levels.add(levels(one));
    }
    List<Criterion> criteria =
        List.of(
            new Criterion("contrast", contrast),
            new Criterion("neighbours", MaskCriteria.neighbours(StoreMaps.places(slices), masks)));
    return Labelling.of(slices, levels, criteria, settings.shareKept());
  }

  /**
   * What several methods have in common.
   *
   * @param found the masks of each
   */
  private Labelling agreed(List<SliceRecord> slices, List<List<SliceMask>> found) {
    double[] agreement = new double[slices.size()];
    List<byte[]> levels = new ArrayList<>();
    for (int i = 0; i < agreement.length; i++) {
      int slice = i;
      List<boolean[]> masks = found.stream().map(of -> of.get(slice).mask()).toList();
      agreement[i] = meanDice(masks);
      levels.add(Levels.agreed(masks));
    }
    List<Criterion> criteria = List.of(new Criterion("agreement", agreement));
    return Labelling.of(slices, levels, criteria, settings.shareKept());
  }

  /** Of all pairs. */
  private static double meanDice(List<boolean[]> masks) {
    return Stream.iterate(0, i -> i < masks.size(), i -> i + 1)
        .flatMap(i -> masks.subList(0, i).stream().map(one -> Overlap.of(one, masks.get(i))))
        .mapToDouble(Overlap::dice)
        .average()
        .orElseThrow();
  }

  /** σ((map − threshold) / softness). */
  private byte[] levels(SliceMask found) {
    if (settings.softness() == 0 || Double.isNaN(found.threshold())) {
      return Levels.hard(found.mask());
    }
    float[] probability = new float[found.map().length];
    for (int i = 0; i < probability.length; i++) {
      double above = (found.map()[i] - found.threshold()) / settings.softness();
      probability[i] = (float) (1 / (1 + Math.exp(-above)));
    }
    return Levels.soft(probability, found.mask());
  }
}
