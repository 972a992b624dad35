package io.wisp.distillation;

import io.wisp.confidence.MaskCriteria;
import io.wisp.confidence.MaskedMap;
import io.wisp.mask.SliceMask;
import io.wisp.segmentation.StoreMaps;
import io.wisp.slices.SliceRecord;
import io.wisp.training.StudentSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The masks of the first round: those of the weak method, as {@code evaluate} would score them,
 * trusted if its map stands out, and if adjacent slices have a similar one. With other methods
 * beside it, a pixel is object or background where enough of them say so, and unknown elsewhere; a
 * mask is trusted if they agree. A method that hardly agrees with the weak one is not heard.
 *
 * @param maps the weak method
 * @param others the other methods
 * @param settings softness of the masks, and the share kept
 */
record TeacherLabels(StoreMaps maps, List<StoreMaps> others, StudentSettings settings) {
  private static final Logger LOG = LoggerFactory.getLogger(TeacherLabels.class);

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
   * @param found the masks of each, the teacher's first
   */
  private Labelling agreed(List<SliceRecord> slices, List<List<SliceMask>> found) {
    Consensus asked =
        new Consensus(
            Stream.concat(Stream.of(maps), others.stream())
                .map(one -> one.recipe().name())
                .toList(),
            found.stream().map(masks -> masks.stream().map(SliceMask::mask).toList()).toList());
    for (int method = 1; method < found.size(); method++) {
      if (!asked.heard(method)) {
        LOG.warn(
            "{} is not heard: its masks have a mean Dice of {} with those of {}, but less than {} does more harm than good.",
            asked.names().get(method),
            String.format(Locale.ROOT, "%.2f", asked.withTeacher(method)),
            asked.names().get(0),
            Consensus.LEAST);
      }
    }
    Consensus heard = asked.ofHeard();
    if (heard.names().size() == 1) {
      return labelled(slices, found.get(0));
    }
    List<Criterion> criteria = List.of(new Criterion("agreement", heard.agreement()));
    return Labelling.of(slices, heard.levels(settings.agreement()), criteria, settings.shareKept());
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
