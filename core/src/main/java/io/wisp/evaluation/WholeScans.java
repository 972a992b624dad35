package io.wisp.evaluation;

import io.wisp.dataset.PatientSplit;
import io.wisp.metrics.Froc;
import io.wisp.metrics.ObjectMatch;
import io.wisp.metrics.PatientScores;
import io.wisp.metrics.PresenceScore;
import io.wisp.metrics.ScanScore;
import io.wisp.metrics.SliceDetection;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The scores of whole scans that were outlined without labels.
 *
 * @param scans one score a case, healthy ones included
 * @param slices those of all scans whose label is one of the contrast's
 * @param presence how well it is told which of these hold the object, if that was told
 * @param resolution where the scans were scored
 */
public record WholeScans(
    List<ScanScore> scans,
    SliceDetection slices,
    Optional<PresenceScore> presence,
    ScanResolution resolution) {
  /** The numbers of false objects a scan at which sensitivity is told. */
  static final double[] FALSE_OBJECTS = {0.5, 1, 2, 4};

  public WholeScans {
    scans = List.copyOf(scans);
  }

  /** A score of each scan, by patient as in the split; undefined ones are left out. */
  public PatientScores byPatient(ToDoubleFunction<ScanScore> measure) {
    return PatientScores.of(
        scans, scan -> PatientSplit.patient(scan.caseId()), ScanScore::caseId, measure);
  }

  /** How many scans hold no object. */
  public int healthyScans() {
    return (int) scans.stream().filter(ScanScore::healthy).count();
  }

  /** False objects a scan; NaN without a scan. */
  public double falseObjects() {
    return falseObjects(scans.stream());
  }

  /** False objects a healthy scan; NaN without one. */
  double falseObjectsInHealthy() {
    return falseObjects(scans.stream().filter(ScanScore::healthy));
  }

  private static double falseObjects(Stream<ScanScore> some) {
    return some.mapToInt(scan -> scan.objects().falseObjects()).average().orElse(Double.NaN);
  }

  /** Over the objects of all scans. */
  double f1() {
    return ObjectMatch.f1(objects());
  }

  Froc froc() {
    return Froc.of(objects());
  }

  /** The sensitivity at each of {@link #FALSE_OBJECTS}. */
  double[] sensitivities() {
    return Arrays.stream(FALSE_OBJECTS).map(froc()::sensitivity).toArray();
  }

  private List<ObjectMatch> objects() {
    return scans.stream().map(ScanScore::objects).toList();
  }

  /** The unit of the volumes; empty where scans differ, so that they cannot be averaged. */
  String volumeUnit() {
    List<String> units = scans.stream().map(ScanScore::volumeUnit).distinct().toList();
    return units.size() == 1 ? units.get(0) : "";
  }

  /** The mean absolute volume difference, healthy scans included; NaN where units differ. */
  double volumeDifference() {
    return volumeUnit().isEmpty()
        ? Double.NaN
        : scans.stream().mapToDouble(ScanScore::volumeDifference).average().orElse(Double.NaN);
  }
}
