package io.wisp.segmentation;

import io.wisp.activation.ActivationMethod;
import io.wisp.activation.JudgedMap;
import io.wisp.activation.LabelledImage;
import io.wisp.activation.SlicePresence;
import io.wisp.activation.TrainingSlice;
import io.wisp.confidence.SlicePlace;
import io.wisp.dataset.Split;
import io.wisp.mask.MapSlice;
import io.wisp.mask.MaskMaker;
import io.wisp.mask.MaskRecipe;
import io.wisp.mask.MaskUnit;
import io.wisp.mask.SliceMask;
import io.wisp.slices.SlicePositions;
import io.wisp.slices.SliceRecord;
import io.wisp.slices.SliceStore;
import io.wisp.training.StoreImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Maps and masks of a store's slices. */
public final class StoreMaps {
  private final SliceStore store;
  private final OutlineRecipe recipe;
  private final SlicePositions positions;
  private final ActivationMethod method;
  private final int chunk;

  /**
   * @param model the networks
   * @param store the slices
   * @param recipe how maps and masks are made
   * @throws io.wisp.UserError if the method needs a network that the model lacks, or training
   *     slices that the store lacks
   */
  public StoreMaps(TrainedModel model, SliceStore store, OutlineRecipe recipe) {
    this.store = store;
    this.recipe = recipe;
    positions = SlicePositions.of(store.slices());
    method = model.method(recipe.method(), recipe.maps(), this::training);
    chunk = model.chunk();
  }

  private Stream<TrainingSlice> training() {
    return store.slices(Split.TRAIN).stream()
        .map(
            slice ->
                new TrainingSlice(store.image(slice.index()), positions.of(slice), slice.label()));
  }

  /** Where the slices are. */
  public SliceStore store() {
    return store;
  }

  /** How many slices are best mapped together. */
  public int chunk() {
    return chunk;
  }

  /** How maps and masks are made. */
  public OutlineRecipe recipe() {
    return recipe;
  }

  /** What the method says of whole slices, if it tells. */
  public Optional<SlicePresence> presence() {
    return method.presence();
  }

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
    return method;
  }

  /** The slices as the method's input. */
  public List<LabelledImage> images(List<SliceRecord> slices) {
    return slices.stream().map(slice -> StoreImage.of(store, slice, positions)).toList();
  }

  /** One map per slice, [size·size]. */
  public List<float[]> maps(List<SliceRecord> slices) {
    return method.maps(images(slices));
  }

  /** The same with what the method says of whole slices. */
  public List<JudgedMap> judged(List<SliceRecord> slices) {
    return method.judged(images(slices));
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
    return masks(store, slices, maps, recipe.mask(), unit);
  }

  /**
   * The masks of a store's slices, from maps of any origin.
   *
   * @param maps one per slice
   * @param unit whether every slice is known to hold the object
   */
  public static List<SliceMask> masks(
      SliceStore store,
      List<SliceRecord> slices,
      List<float[]> maps,
      MaskRecipe recipe,
      MaskUnit unit) {
    int size = store.imageSize();
    List<MapSlice> mapped = new ArrayList<>();
    for (int i = 0; i < slices.size(); i++) {
      SliceRecord slice = slices.get(i);
      float[] image = firstChannel(store, slice);
      mapped.add(new MapSlice(maps.get(i), image, slice.caseId(), slice.slice()));
    }
    return new MaskMaker(recipe, unit, size, size).make(mapped);
  }
}
