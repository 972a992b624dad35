package io.wisp.distillation;

import io.wisp.confidence.MaskCriteria;
import io.wisp.confidence.MaskedMap;
import io.wisp.mask.SliceMask;
import io.wisp.segmentation.StoreMaps;
import io.wisp.slices.SliceRecord;
import io.wisp.training.StudentSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The masks of the first round: those of the weak method, as {@code evaluate} would score them. A
 * mask is trusted if its map stands out, and if adjacent slices have a similar one.
 *
 * @param maps the weak method
 * @param settings softness of the masks, and the share kept
 */
record TeacherLabels(StoreMaps maps, StudentSettings settings) {

  /** Masks of slices that hold the object; nothing if a stop was requested. */
  Optional<Labelling> of(List<SliceRecord> slices, SliceWork work) {
    return work.run(slices, maps::maps).map(made -> label(slices, maps.masks(slices, made)));
  }

  private Labelling label(List<SliceRecord> slices, List<SliceMask> found) {
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
