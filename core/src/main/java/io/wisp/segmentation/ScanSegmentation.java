package io.wisp.segmentation;

import io.wisp.Progress;
import io.wisp.UserError;
import io.wisp.activation.ActivationMethod;
import io.wisp.activation.JudgedMap;
import io.wisp.activation.LabelledImage;
import io.wisp.activation.PerturbationMethod;
import io.wisp.activation.SlicePresence;
import io.wisp.confidence.MaskConfidence;
import io.wisp.confidence.SlicePlace;
import io.wisp.mask.MapSlice;
import io.wisp.mask.MaskMaker;
import io.wisp.mask.MaskUnit;
import io.wisp.mask.SliceMask;
import io.wisp.slices.Slice;
import io.wisp.slices.SlicePositions;
import io.wisp.slices.Slicer;
import io.wisp.volume.Volume;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/**
 * Outlines the object in whole scans.
 *
 * <pre>{@code
 * ScanSegmentation segmentation = new ScanSegmentation(model);
 * SegmentedScan result = segmentation.run("patient7", Volumes.read(file), Progress.SILENT);
 * Volumes.maskFormat("nifti").writeMask(out, result.mask());
 * }</pre>
 *
 * The progress, which counts its slices, may end it by a {@link
 * java.util.concurrent.CancellationException}, see {@link io.wisp.StopSignal#ending}. Several
 * threads may share it, and scans outlined at the same time get the same masks as alone.
 */
public final class ScanSegmentation {
  private final TrainedModel model;
  private final Slicer slicer;
  private final OutlineRecipe recipe;
  private final Supplier<ActivationMethod> method;

  /** With Algorithm 1 and the run's settings. */
  public ScanSegmentation(TrainedModel model) {
    this(model, OutlineRecipe.of(PerturbationMethod.CDM, model.settings()));
  }

  /** With any method. */
  public ScanSegmentation(TrainedModel model, OutlineRecipe recipe) {
    this(model, recipe, () -> model.method(recipe.method(), recipe.maps()));
  }

  /** With the method of a store's maps, which may have looked at its training slices. */
  public ScanSegmentation(TrainedModel model, StoreMaps maps) {
    this(model, maps.recipe(), maps::method);
  }

  private ScanSegmentation(
      TrainedModel model, OutlineRecipe recipe, Supplier<ActivationMethod> method) {
    this.model = model;
    this.recipe = recipe;
    this.method = method;
    slicer = new Slicer(model.sliceRecipe());
  }

  /**
   * Outlines the object where it is not known which slices hold it: one threshold for the scan, and
   * components in three dimensions. A method that tells which slices hold it decides that.
   *
   * @param name the scan's name; together with the seed it determines the noise
   */
  public SegmentedScan run(String name, Volume scan, Progress.Factory progress) {
    return run(name, List.of(scan), progress);
  }

  /**
   * As {@link #run(String, Volume, Progress.Factory)} for a model that looks at several channels.
   *
   * @param channels a volume for each, on one grid
   */
  public SegmentedScan run(String name, List<Volume> channels, Progress.Factory progress) {
    List<Slice> content = wanted(name, withContent(channels), slice -> true);
    ActivationMethod method = method();
    if (method.presence().isEmpty()) {
      Found all =
          new Found(content, maps(images(name, content, content), progress, name), Map.of());
      return together(name, channels.get(0), all);
    }
    List<JudgedMap> judged = judged(method, images(name, content, content), progress, name);
    double[] told = judged.stream().mapToDouble(JudgedMap::presence).toArray();
    List<Integer> present = method.presence().orElseThrow().holding(told);
    return together(
        name,
        channels.get(0),
        new Found(
            present.stream().map(content::get).toList(),
            present.stream().map(i -> judged.get(i).map()).toList(),
            byIndex(content, told)));
  }

  /**
   * Outlines the object in the slices that are known to hold it, each by itself, as for the scores.
   *
   * @param positive whether the slice at an index holds the object, that is, carries the label
   *     {@code contrast.present}
   */
  public SegmentedScan run(
      String name, Volume scan, IntPredicate positive, Progress.Factory progress) {
    return run(name, List.of(scan), positive, progress);
  }

  /**
   * As {@link #run(String, Volume, IntPredicate, Progress.Factory)} for a model that looks at
   * several channels.
   *
   * @param channels a volume for each, on one grid
   */
  public SegmentedScan run(
      String name, List<Volume> channels, IntPredicate positive, Progress.Factory progress) {
    List<Slice> content = withContent(channels);
    List<Slice> slices = wanted(name, content, positive);
    List<float[]> maps = maps(images(name, content, slices), progress, name);
    List<SliceMask> masks = masks(name, slices, maps, MaskUnit.SLICE);
    List<SegmentedSlice> result = segmented(name, slices, maps, masks);
    return SegmentedScan.of(channels.get(0), slicer, result, Map.of(), MaskUnit.SLICE);
  }

  /**
   * Outlines the object in the slices that the model's classifier predicts to hold it. Since it
   * errs, they are treated as slices of which that is not known: one threshold for all, so that
   * some may stay empty.
   *
   * @param channels a volume for each, on one grid
   * @throws UserError if the model has no classifier
   */
  public SegmentedScan runClassified(
      String name, List<Volume> channels, Progress.Factory progress) {
    List<Slice> content = wanted(name, withContent(channels), slice -> true);
    SlicePresence presence = model.presence();
    List<LabelledImage> images = images(name, content, content);
    double[] told;
    try (Progress bar = progress.start("slices of " + name, images.size())) {
      told =
          bar.inChunks(images, model.chunk(), some -> List.of(presence.of(some))).stream()
              .flatMapToDouble(Arrays::stream)
              .toArray();
    }
    List<Slice> slices = presence.holding(told).stream().map(content::get).toList();
    List<float[]> maps = maps(images(name, content, slices), progress, name);
    return together(name, channels.get(0), new Found(slices, maps, byIndex(content, told)));
  }

  /**
   * Slices that may hold the object.
   *
   * @param slices some of those with content
   * @param maps one for each of them
   * @param presence as of {@link SegmentedScan}
   */
  private record Found(List<Slice> slices, List<float[]> maps, Map<Integer, Double> presence) {}

  private static Map<Integer, Double> byIndex(List<Slice> content, double[] told) {
    Map<Integer, Double> presence = new TreeMap<>();
    for (int i = 0; i < told.length; i++) {
      presence.put(content.get(i).index(), told[i]);
    }
    return presence;
  }

  /** With one threshold. */
  private SegmentedScan together(String name, Volume scan, Found found) {
    List<SliceMask> masks = masks(name, found.slices(), found.maps(), MaskUnit.VOLUME);
    List<float[]> cut = masks.stream().map(SliceMask::map).toList();
    List<SegmentedSlice> result = segmented(name, found.slices(), cut, masks);
    return SegmentedScan.of(scan, slicer, result, found.presence(), MaskUnit.VOLUME);
  }

  private List<SegmentedSlice> segmented(
      String name, List<Slice> slices, List<float[]> maps, List<SliceMask> masks) {
    List<MaskConfidence> confidence =
        MaskConfidence.of(
            slices.stream().map(slice -> new SlicePlace(name, slice.index())).toList(),
            masks,
            recipe.mask().threshold().rule());
    List<SegmentedSlice> result = new ArrayList<>();
    for (int i = 0; i < slices.size(); i++) {
      SliceMask found = masks.get(i);
      result.add(
          new SegmentedSlice(
              slices.get(i),
              maps.get(i),
              found.mask(),
              found.foreground(),
              found.threshold(),
              confidence.get(i)));
    }
    return result;
  }

  private List<SliceMask> masks(
      String name, List<Slice> slices, List<float[]> maps, MaskUnit unit) {
    int size = slicer.recipe().size();
    List<MapSlice> mapped = new ArrayList<>();
    for (int i = 0; i < slices.size(); i++) {
      Slice slice = slices.get(i);
      mapped.add(new MapSlice(maps.get(i), slice.firstChannel(size), name, slice.index()));
    }
    return new MaskMaker(recipe.mask(), unit, size, size).make(mapped);
  }

  private List<Slice> withContent(List<Volume> channels) {
    return slicer.slices(channels).stream().filter(Slice::hasContent).toList();
  }

  private List<Slice> wanted(String name, List<Slice> content, IntPredicate wanted) {
    List<Slice> slices = content.stream().filter(slice -> wanted.test(slice.index())).toList();
    if (slices.isEmpty()) {
      throw new UserError(
          "The scan %s has no slice to segment: all are empty, or none has the object's label, %s."
              .formatted(name, model.settings().contrast().present()));
    }
    return slices;
  }

  /** Positions count from the first to the last slice with content, whichever are mapped. */
  static List<LabelledImage> images(String name, List<Slice> content, List<Slice> slices) {
    int first = content.get(0).index();
    int last = content.get(content.size() - 1).index();
    return slices.stream()
        .map(
            slice -> {
              int place = content.indexOf(slice);
              return new LabelledImage(
                  slice.image(),
                  name + ":" + slice.index(),
                  SlicePositions.between(first, last, slice.index()),
                  steps -> content.get(clamped(place + steps, content.size())).image());
            })
        .toList();
  }

  private static int clamped(int place, int count) {
    return Math.max(0, Math.min(count - 1, place));
  }

  private ActivationMethod method() {
    return method.get();
  }

  private List<float[]> maps(List<LabelledImage> images, Progress.Factory progress, String name) {
    ActivationMethod method = method();
    try (Progress bar = progress.start(name, images.size())) {
      return bar.inChunks(images, model.chunk(), method::maps);
    }
  }

  private List<JudgedMap> judged(
      ActivationMethod method, List<LabelledImage> images, Progress.Factory progress, String name) {
    try (Progress bar = progress.start(name, images.size())) {
      return bar.inChunks(images, model.chunk(), method::judged);
    }
  }
}
