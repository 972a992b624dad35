package io.wisp.evaluation;

import io.wisp.Progress;
import io.wisp.activation.LabelledImage;
import io.wisp.activation.SlicePresence;
import io.wisp.dataset.Split;
import io.wisp.mask.MaskUnit;
import io.wisp.mask.SliceMask;
import io.wisp.metrics.ScanScore;
import io.wisp.metrics.SliceDetection;
import io.wisp.segmentation.OutlineRecipe;
import io.wisp.segmentation.StoreMaps;
import io.wisp.segmentation.TrainedModel;
import io.wisp.slices.SlicePositions;
import io.wisp.slices.SliceRecord;
import io.wisp.slices.SliceStore;
import io.wisp.training.StoreImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Outlines all slices of a scan without their labels, healthy ones too, as {@link
 * io.wisp.segmentation.ScanSegmentation} does, and scores the scan at the store's resolution.
 */
final class ScanEvaluation {
  private final TrainedModel model;
  private final SliceStore store;
  private final Split split;
  private final ScanSlices which;

  ScanEvaluation(TrainedModel model, SliceStore store, Split split, ScanSlices which) {
    this.model = model;
    this.store = store;
    this.split = split;
    this.which = which;
  }

  /**
   * Scores all scans of the split.
   *
   * @param made maps that this recipe has made already, by the slices' index in the store
   */
  WholeScans run(OutlineRecipe recipe, Map<Integer, float[]> made, Progress.Factory progress) {
    StoreMaps storeMaps = new StoreMaps(model, store, recipe);
    Map<String, List<SliceRecord>> cases = new LinkedHashMap<>();
    for (SliceRecord slice : store.slices(split)) {
      cases.computeIfAbsent(slice.caseId(), id -> new ArrayList<>()).add(slice);
    }
    List<ScanScore> scans = new ArrayList<>();
    List<SliceDetection.Seen> seen = new ArrayList<>();
    try (Progress bar = progress.start("whole scans", store.slices(split).size())) {
      for (List<SliceRecord> slices : cases.values()) {
        Map<SliceRecord, SliceMask> found = outlined(slices, storeMaps, made, bar);
        scans.add(ScanBlock.of(store, slices, found).score());
        slices.forEach(slice -> seen(slice, found).forEach(seen::add));
      }
    }
    return new WholeScans(scans, SliceDetection.of(seen));
  }

  private Map<SliceRecord, SliceMask> outlined(
      List<SliceRecord> slices, StoreMaps storeMaps, Map<Integer, float[]> made, Progress bar) {
    List<SliceRecord> wanted = wanted(slices, storeMaps);
    if (wanted.isEmpty()) {
      bar.advance(slices.size());
      return Map.of();
    }
    List<SliceRecord> missing =
        wanted.stream().filter(slice -> !made.containsKey(slice.index())).toList();
    List<float[]> own = bar.inChunks(missing, model.chunk(), storeMaps::maps);
    bar.advance(slices.size() - missing.size());
    List<float[]> maps = new ArrayList<>();
    for (SliceRecord slice : wanted) {
      int place = missing.indexOf(slice);
      maps.add(place < 0 ? made.get(slice.index()) : own.get(place));
    }
    List<SliceMask> masks = storeMaps.masks(wanted, maps, MaskUnit.VOLUME);
    Map<SliceRecord, SliceMask> found = new LinkedHashMap<>();
    for (int i = 0; i < masks.size(); i++) {
      found.put(wanted.get(i), masks.get(i));
    }
    return found;
  }

  private List<SliceRecord> wanted(List<SliceRecord> slices, StoreMaps storeMaps) {
    return presence(storeMaps).map(told -> present(slices, told)).orElse(slices);
  }

  /** What says which slices hold the object: the classifier, if it is asked, or the method. */
  private Optional<SlicePresence> presence(StoreMaps storeMaps) {
    return which == ScanSlices.CLASSIFIED ? Optional.of(model.presence()) : storeMaps.presence();
  }

  private List<SliceRecord> present(List<SliceRecord> slices, SlicePresence presence) {
    SlicePositions positions = SlicePositions.of(store.slices());
    List<LabelledImage> images =
        slices.stream().map(slice -> StoreImage.of(store, slice, positions)).toList();
    List<Boolean> present = presence.holds(images);
    return IntStream.range(0, slices.size()).filter(present::get).mapToObj(slices::get).toList();
  }

  /** A slice with one of the contrast's labels; of other slices it is not known what they are. */
  private Stream<SliceDetection.Seen> seen(SliceRecord slice, Map<SliceRecord, SliceMask> found) {
    boolean positive = slice.labelled(model.settings().contrast().present());
    if (!positive && !slice.labelled(model.settings().contrast().absent())) {
      return Stream.empty();
    }
    SliceMask mask = found.get(slice);
    return Stream.of(
        mask == null
            ? new SliceDetection.Seen(positive, Double.NEGATIVE_INFINITY, false)
            : new SliceDetection.Seen(positive, peak(mask), SliceMask.any(mask.mask())));
  }

  private static double peak(SliceMask found) {
    double peak = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < found.map().length; i++) {
      if (found.foreground()[i]) {
        peak = Math.max(peak, found.map()[i]);
      }
    }
    return peak;
  }
}
