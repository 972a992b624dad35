package io.wisp.distillation;

import io.wisp.activation.LabelledImage;
import io.wisp.activation.MethodInputs;
import io.wisp.activation.SupervisedSegmentation;
import io.wisp.confidence.MaskCriteria;
import io.wisp.mask.MaskUnit;
import io.wisp.mask.SliceMask;
import io.wisp.metrics.Overlap;
import io.wisp.network.SegmentationNetwork;
import io.wisp.segmentation.StoreMaps;
import io.wisp.slices.SlicePositions;
import io.wisp.slices.SliceRecord;
import io.wisp.slices.SliceStore;
import io.wisp.training.StoreImage;
import io.wisp.training.StudentSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The masks of a later round: those of the previous student, or, where it finds nothing in a
 * positive slice, the mask it learned from. A mask is trusted if the student is certain and agrees
 * with the previous mask, and if adjacent slices have a similar one.
 *
 * @param model the student
 * @param before the masks that it learned from
 */
record StudentLabels(
    SegmentationNetwork model, SliceStore store, StudentSettings settings, PseudoMasks before) {

  /** Masks of slices that hold the object; nothing if a stop was requested. */
  Optional<Labelling> of(List<SliceRecord> slices, SliceWork work) {
    return work.run(slices, this::probabilities).map(made -> label(slices, made));
  }

  private Labelling label(List<SliceRecord> slices, List<float[]> probabilities) {
    double[] certainty = new double[slices.size()];
    double[] agreement = new double[slices.size()];
    List<boolean[]> masks = new ArrayList<>();
    List<byte[]> levels = new ArrayList<>();
    List<SliceMask> made =
        StoreMaps.masks(store, slices, probabilities, settings.use().recipe(), MaskUnit.VOLUME);
    for (int i = 0; i < certainty.length; i++) {
      float[] p = made.get(i).map();
      boolean[] found = made.get(i).mask();
      byte[] old = before.levels(slices.get(i));
      boolean nothing = !SliceMask.any(found);
      certainty[i] = MaskCriteria.certainty(p, found);
      agreement[i] = nothing ? 0 : Overlap.of(found, Levels.mask(old)).dice();
      masks.add(nothing ? Levels.mask(old) : found);
      levels.add(nothing ? old : levels(p, found));
    }
    List<Criterion> criteria =
        List.of(
            new Criterion("certainty", certainty),
            new Criterion("agreement", agreement),
            new Criterion("neighbours", MaskCriteria.neighbours(StoreMaps.places(slices), masks)));
    return Labelling.of(slices, levels, criteria, settings.shareKept());
  }

  private byte[] levels(float[] probability, boolean[] mask) {
    return settings.softness() == 0 ? Levels.hard(mask) : Levels.soft(probability, mask);
  }

  /**
   * Of the image, averaged with that of the mirrored one if the student was trained on mirrored
   * ones.
   */
  private List<float[]> probabilities(List<SliceRecord> slices) {
    SupervisedSegmentation network =
        new SupervisedSegmentation(model, MethodInputs.batch(store.imageSize()));
    SlicePositions positions = SlicePositions.of(store.slices());
    List<LabelledImage> images =
        slices.stream().map(slice -> StoreImage.of(store, slice, positions)).toList();
    List<float[]> plain = network.maps(images);
    if (!settings.train().augment().flip()) {
      return plain;
    }
    int side = store.imageSize();
    List<float[]> mirrored =
        network.maps(images.stream().map(image -> image.mirrored(side)).toList());
    List<float[]> means = new ArrayList<>();
    for (int i = 0; i < plain.size(); i++) {
      means.add(mean(plain.get(i), LabelledImage.mirrored(mirrored.get(i), side)));
    }
    return means;
  }

  private static float[] mean(float[] one, float[] other) {
    float[] mean = new float[one.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (one[i] + other[i]) / 2;
    }
    return mean;
  }
}
