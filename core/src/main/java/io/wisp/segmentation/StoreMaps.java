package io.wisp.segmentation;

import io.wisp.activation.ActivationMethod;
import io.wisp.activation.JudgedMap;
import io.wisp.activation.LabelledImage;
import io.wisp.confidence.SlicePlace;
import io.wisp.mask.MapSlice;
import io.wisp.mask.MaskMaker;
import io.wisp.mask.MaskUnit;
import io.wisp.mask.SliceMask;
import io.wisp.slices.SlicePositions;
import io.wisp.slices.SliceRecord;
import io.wisp.slices.SliceStore;
import io.wisp.training.StoreImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Maps and masks of a store's slices.
 *
 * @param model the networks
 * @param store the slices
 * @param recipe how maps and masks are made
 */
public record StoreMaps(TrainedModel model, SliceStore store, OutlineRecipe recipe) {

  /** The first channel of a slice, size·size pixels, to show and to find the foreground in. */
  public static float[] firstChannel(SliceStore store, SliceRecord slice) {
    return Arrays.copyOf(store.image(slice.index()), store.imageSize() * store.imageSize());
  }

  /** The slices' positions. */
  public static List<SlicePlace> places(List<SliceRecord> slices) {
    return slices.stream().map(slice -> new SlicePlace(slice.caseId(), slice.slice())).toList();
  }

  /** The method that makes them. */
  public ActivationMethod method() {
    return model.method(recipe.method(), recipe.maps());
  }

  /** The slices as the method's input. */
  public List<LabelledImage> images(List<SliceRecord> slices) {
    SlicePositions positions = SlicePositions.of(store.slices());
    return slices.stream().map(slice -> StoreImage.of(store, slice, positions)).toList();
  }

  /** One map per slice, [size·size]. */
  public List<float[]> maps(List<SliceRecord> slices) {
    return method().maps(images(slices));
  }

  /** The same with what the method says of whole slices. */
  public List<JudgedMap> judged(List<SliceRecord> slices) {
    return method().judged(images(slices));
  }

  /**
   * The masks of a set of slices that are known to hold the object.
   *
   * @param maps one per slice
   */
  public List<SliceMask> masks(List<SliceRecord> slices, List<float[]> maps) {
    return masks(slices, maps, MaskUnit.SLICE);
  }

  /**
   * The masks of a set of slices.
   *
   * @param maps one per slice
   * @param unit whether every slice is known to hold the object
   */
  public List<SliceMask> masks(List<SliceRecord> slices, List<float[]> maps, MaskUnit unit) {
    int size = store.imageSize();
    List<MapSlice> mapped = new ArrayList<>();
    for (int i = 0; i < slices.size(); i++) {
      SliceRecord slice = slices.get(i);
      float[] image = firstChannel(store, slice);
      mapped.add(new MapSlice(maps.get(i), image, slice.caseId(), slice.slice()));
    }
    return new MaskMaker(recipe.mask(), unit, size, size).make(mapped);
  }
}
