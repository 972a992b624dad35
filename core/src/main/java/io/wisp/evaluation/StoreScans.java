package io.wisp.evaluation;

import io.wisp.Progress;
import io.wisp.activation.JudgedMap;
import io.wisp.activation.SlicePresence;
import io.wisp.mask.MaskUnit;
import io.wisp.mask.SliceMask;
import io.wisp.metrics.ScanScore;
import io.wisp.segmentation.StoreMaps;
import io.wisp.slices.SliceRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Outlines the slices that a store has of a scan, as {@link io.wisp.segmentation.ScanSegmentation}
 * does.
 *
 * @param maps how they are made
 * @param classifier says which slices hold the object, if it is asked; else the method, if it tells
 * @param made maps that were made already, by the slices' index in the store
 */
record StoreScans(StoreMaps maps, Optional<SlicePresence> classifier, Map<Integer, float[]> made)
    implements ScanOutlines {

  @Override
  public ScanResolution resolution() {
    return ScanResolution.STORE;
  }

  @Override
  public OutlinedScan of(List<SliceRecord> slices, Progress bar) {
    Found found = found(slices, bar);
    Map<SliceRecord, SliceMask> masks = masks(found);
    ScanScore score = ScanBlock.of(maps.store(), slices, masks).score();
    Map<Integer, OutlinedScan.Mapped> mapped = new HashMap<>();
    masks.forEach(
        (slice, mask) ->
            mapped.put(
                slice.slice(), OutlinedScan.Mapped.of(mask.map(), mask.foreground(), mask.mask())));
    return new OutlinedScan(score, mapped, found.presence());
  }

  private Map<SliceRecord, SliceMask> masks(Found found) {
    if (found.slices().isEmpty()) {
      return Map.of();
    }
    List<SliceMask> made = maps.masks(found.slices(), found.maps(), MaskUnit.VOLUME);
    Map<SliceRecord, SliceMask> masks = new LinkedHashMap<>();
    for (int i = 0; i < made.size(); i++) {
      masks.put(found.slices().get(i), made.get(i));
    }
    return masks;
  }

  /** Slices that may hold the object, with their maps, and the probability of all, if told. */
  private record Found(
      List<SliceRecord> slices, List<float[]> maps, Map<Integer, Double> presence) {}

  private Found found(List<SliceRecord> slices, Progress bar) {
    if (classifier.isPresent()) {
      double[] told = classifier.get().of(maps.images(slices));
      List<SliceRecord> present = classifier.get().holding(told).stream().map(slices::get).toList();
      List<float[]> own = mapped(present, bar);
      bar.advance(slices.size() - present.size());
      return new Found(present, own, byPlace(slices, told));
    }
    Optional<SlicePresence> presence = maps.method().presence();
    if (presence.isEmpty()) {
      return new Found(slices, mapped(slices, bar), Map.of());
    }
    List<JudgedMap> judged = bar.inChunks(slices, maps.chunk(), maps::judged);
    double[] told = judged.stream().mapToDouble(JudgedMap::presence).toArray();
    List<Integer> present = presence.get().holding(told);
    return new Found(
        present.stream().map(slices::get).toList(),
        present.stream().map(i -> judged.get(i).map()).toList(),
        byPlace(slices, told));
  }

  private static Map<Integer, Double> byPlace(List<SliceRecord> slices, double[] told) {
    Map<Integer, Double> presence = new HashMap<>();
    for (int i = 0; i < told.length; i++) {
      presence.put(slices.get(i).slice(), told[i]);
    }
    return presence;
  }

  private List<float[]> mapped(List<SliceRecord> slices, Progress bar) {
    List<SliceRecord> missing =
        slices.stream().filter(slice -> !made.containsKey(slice.index())).toList();
    List<float[]> own = bar.inChunks(missing, maps.chunk(), maps::maps);
    bar.advance(slices.size() - missing.size());
    List<float[]> all = new ArrayList<>();
    int next = 0;
    for (SliceRecord slice : slices) {
      float[] known = made.get(slice.index());
      all.add(known == null ? own.get(next++) : known);
    }
    return all;
  }
}
