package io.wisp.ablation;

import io.wisp.evaluation.SliceEntry;
import io.wisp.evaluation.VolumeEntry;
import io.wisp.metrics.Interval;
import io.wisp.metrics.Mean;
import io.wisp.metrics.PatientScores;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A line of the table: a row's scores, each over slices or volumes; with several repeats, then over
 * these.
 *
 * @param patients whose slices these are
 * @param diceInterval of the mean Dice over all slices, 95 %, patients drawn; likewise {@code
 *     volumeInterval}
 * @param hd95 without slices where it is undefined
 * @param large Dice of slices whose object is large enough
 * @param volume Dice of volumes
 * @param gain what it gains on the row that it is compared with; none in the first
 */
record RowLine(
    PlannedRow row,
    int patients,
    Mean dice,
    Interval diceInterval,
    Mean iou,
    Mean hd95,
    double secondsPerSlice,
    Mean large,
    Mean volume,
    Interval volumeInterval,
    Optional<Gain> gain) {

  /**
   * How a row differs from the one above, or a rule at the foot from the last row above the foot,
   * on the same slices.
   *
   * @param dice difference of the means
   * @param interval of the mean difference over the slices of all repeats, 95 %, patients drawn
   * @param p of Wilcoxon's signed-rank test on the patients' mean differences, two-sided
   * @param corrected p after Holm's correction for all rows
   */
  record Gain(double dice, Interval interval, double p, double corrected) {}

  /** The same with its gain. */
  RowLine withGain(Gain own) {
    return new RowLine(
        row,
        patients,
        dice,
        diceInterval,
        iou,
        hd95,
        secondsPerSlice,
        large,
        volume,
        volumeInterval,
        Optional.of(own));
  }

  /**
   * @param repeats what the row came to in each repeat
   * @param mean makes one of the values of each repeat
   */
  static RowLine of(
      PlannedRow row,
      List<RowResult> repeats,
      double leastObject,
      Function<List<double[]>, Mean> mean) {
    PatientScores dice = byPatient(repeats);
    return new RowLine(
        row,
        dice.patients(),
        mean.apply(ofSlices(repeats, SliceEntry::dice)),
        dice.interval(),
        mean.apply(ofSlices(repeats, SliceEntry::iou)),
        mean.apply(ofSlices(repeats, SliceEntry::hd95)),
        repeats.stream().mapToDouble(RowResult::secondsPerSlice).average().orElseThrow(),
        mean.apply(ofLarge(repeats, leastObject)),
        mean.apply(ofVolumes(repeats)),
        volumesByPatient(repeats).interval(),
        Optional.empty());
  }

  /** The Dice of all slices; a patient of several repeats counts once. */
  static PatientScores byPatient(List<RowResult> repeats) {
    PatientScores scores = new PatientScores();
    for (int i = 0; i < repeats.size(); i++) {
      for (SliceEntry slice : repeats.get(i).slices()) {
        scores.add(slice.patient(), i + "/" + slice.key(), slice.dice());
      }
    }
    return scores;
  }

  private static PatientScores volumesByPatient(List<RowResult> repeats) {
    PatientScores scores = new PatientScores();
    for (int i = 0; i < repeats.size(); i++) {
      for (VolumeEntry volume : repeats.get(i).volumes()) {
        scores.add(volume.patient(), i + "/" + volume.caseId(), volume.dice());
      }
    }
    return scores;
  }

  private static List<double[]> ofSlices(
      List<RowResult> repeats, ToDoubleFunction<SliceEntry> measure) {
    return repeats.stream()
        .map(result -> result.slices().stream().mapToDouble(measure).toArray())
        .toList();
  }

  private static List<double[]> ofLarge(List<RowResult> repeats, double least) {
    return repeats.stream()
        .map(
            result ->
                result.slices().stream()
                    .filter(slice -> slice.covers(least))
                    .mapToDouble(SliceEntry::dice)
                    .toArray())
        .toList();
  }

  private static List<double[]> ofVolumes(List<RowResult> repeats) {
    return repeats.stream()
        .map(result -> result.volumes().stream().mapToDouble(VolumeEntry::dice).toArray())
        .toList();
  }
}
