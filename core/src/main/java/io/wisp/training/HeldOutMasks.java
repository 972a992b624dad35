package io.wisp.training;

import io.wisp.Progress;
import io.wisp.activation.SupervisedSegmentation;
import io.wisp.dataset.Split;
import io.wisp.mask.MapSlice;
import io.wisp.mask.MaskMaker;
import io.wisp.mask.MaskRecipe;
import io.wisp.mask.MaskUnit;
import io.wisp.mask.SliceMask;
import io.wisp.metrics.Overlap;
import io.wisp.network.SegmentationNetwork;
import io.wisp.slices.SlicePositions;
import io.wisp.slices.SliceRecord;
import io.wisp.slices.SliceStore;
import java.util.Arrays;
import java.util.List;

/**
 * Compares a segmenter's masks of held-out patients with the truth.
 *
 * @param model the segmenter
 * @param label of the slices that hold the object
 * @param recipe from its probabilities to masks
 * @param batch images that go through it together
 */
record HeldOutMasks(SegmentationNetwork model, int label, MaskRecipe recipe, int batch) {

  /** The held-out slices that hold the object. */
  List<SliceRecord> slices(SliceStore store) {
    return store.slices(Split.TEST).stream().filter(slice -> slice.labelled(label)).toList();
  }

  double meanDice(SliceStore store, Progress.Factory progress) {
    List<SliceRecord> slices = slices(store);
    SupervisedSegmentation network = new SupervisedSegmentation(model, batch);
    SlicePositions positions = SlicePositions.of(store.slices());
    double sum = 0;
    try (Progress bar = progress.start("held-out slices", slices.size())) {
      for (SliceRecord slice : slices) {
        float[] map = network.maps(List.of(StoreImage.of(store, slice, positions))).get(0);
        sum += dice(map, store, slice);
        bar.advance(1);
      }
    }
    return sum / slices.size();
  }

  private double dice(float[] map, SliceStore store, SliceRecord slice) {
    int size = store.imageSize();
    float[] image = Arrays.copyOf(store.image(slice.index()), size * size);
    MapSlice one = new MapSlice(map, image, slice.caseId(), slice.slice());
    SliceMask found = new MaskMaker(recipe, MaskUnit.SLICE, size, size).make(List.of(one)).get(0);
    return Overlap.of(found.mask(), store.truth(slice)).dice();
  }
}
