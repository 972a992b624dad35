package io.wisp.evaluation;

import io.wisp.Progress;
import io.wisp.activation.ContrastSettings;
import io.wisp.activation.SlicePresence;
import io.wisp.dataset.Split;
import io.wisp.metrics.PresenceScore;
import io.wisp.metrics.ScanScore;
import io.wisp.metrics.SliceDetection;
import io.wisp.slices.SliceRecord;
import io.wisp.slices.SliceStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Scores scans that are outlined without their labels, healthy ones too.
 *
 * @param split whose scans these are
 * @param contrast the labels of slices that hold the object and of those that do not; of slices
 *     with others it is not known
 */
record ScanEvaluation(SliceStore store, Split split, ContrastSettings contrast) {
  private static final OutlinedScan.Mapped LEFT_OUT =
      new OutlinedScan.Mapped(Double.NEGATIVE_INFINITY, false);

  /**
   * Scores all scans of the split.
   *
   * @param presence what tells which slices hold the object, if anything does
   */
  WholeScans run(
      ScanOutlines outlines, Optional<SlicePresence> presence, Progress.Factory progress) {
    Map<String, List<SliceRecord>> cases = new LinkedHashMap<>();
    for (SliceRecord slice : store.slices(split)) {
      cases.computeIfAbsent(slice.caseId(), id -> new ArrayList<>()).add(slice);
    }
    List<ScanScore> scans = new ArrayList<>();
    Told told = new Told(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    try (Progress bar = progress.start("whole scans", store.slices(split).size())) {
      for (List<SliceRecord> slices : cases.values()) {
        OutlinedScan scan = outlines.of(slices, bar);
        scans.add(scan.score());
        slices.stream()
            .filter(this::compared)
            .forEach(slice -> told.add(slice, scan, holds(slice)));
      }
    }
    return new WholeScans(
        scans,
        SliceDetection.of(told.seen()),
        presence.map(one -> told.score(one.cut())),
        outlines.resolution());
  }

  private boolean compared(SliceRecord slice) {
    return holds(slice) || slice.labelled(contrast.absent());
  }

  private boolean holds(SliceRecord slice) {
    return slice.labelled(contrast.present());
  }

  /** What was said of slices, in their order. */
  private record Told(
      List<SliceDetection.Seen> seen, List<Double> probabilities, List<Boolean> positive) {

    void add(SliceRecord slice, OutlinedScan scan, boolean holds) {
      OutlinedScan.Mapped mapped = scan.slices().getOrDefault(slice.slice(), LEFT_OUT);
      seen.add(new SliceDetection.Seen(holds, mapped.peak(), mapped.outlined()));
      Double probability = scan.presence().get(slice.slice());
      if (probability != null) {
        probabilities.add(probability);
        positive.add(holds);
      }
    }

    PresenceScore score(double cut) {
      boolean[] holds = new boolean[positive.size()];
      for (int i = 0; i < holds.length; i++) {
        holds[i] = positive.get(i);
      }
      return PresenceScore.of(probabilities.stream().mapToDouble(p -> p).toArray(), holds, cut);
    }
  }
}
