package io.wisp.evaluation;

import io.wisp.metrics.Froc;
import io.wisp.metrics.Interval;
import io.wisp.metrics.PatientScores;
import io.wisp.metrics.PresenceScore;
import io.wisp.metrics.ScanScore;
import io.wisp.metrics.SliceDetection;
import java.util.ArrayList;
import java.util.List;

/**
 * The scores of whole scans in {@code summary.json}. Means are over scans, without healthy ones
 * unless stated; intervals are 95 %, patients drawn.
 *
 * @param scans how many there are
 * @param healthyScans those without an object
 * @param volumeDifference absolute, over all scans
 * @param volumeUnit ml or voxels
 * @param lesionDice see {@link io.wisp.metrics.ObjectMatch#lesionDice}
 * @param f1 over the objects of all scans
 * @param falseObjects a scan, of all
 * @param falseObjectsInHealthy a healthy scan
 * @param sensitivity at some numbers of false objects a scan
 * @param slices positive and healthy ones
 * @param presence how well it is told which of them hold the object; null if nothing told that
 * @param resolution where the scans were scored
 */
record ScanSummary(
    int scans,
    int healthyScans,
    double dice,
    Interval diceInterval,
    double surfaceDice,
    Interval surfaceDiceInterval,
    double volumeDifference,
    String volumeUnit,
    double lesionDice,
    Interval lesionDiceInterval,
    double f1,
    double falseObjects,
    double falseObjectsInHealthy,
    List<Froc.Point> sensitivity,
    SliceDetection slices,
    PresenceScore presence,
    ScanResolution resolution) {

  static ScanSummary of(WholeScans whole) {
    PatientScores dice = whole.byPatient(ScanScore::dice);
    PatientScores surface = whole.byPatient(ScanScore::surfaceDice);
    PatientScores lesions = whole.byPatient(scan -> scan.objects().lesionDice());
    double[] sensitivities = whole.sensitivities();
    List<Froc.Point> points = new ArrayList<>();
    for (int i = 0; i < sensitivities.length; i++) {
      points.add(new Froc.Point(WholeScans.FALSE_OBJECTS[i], sensitivities[i]));
    }
    return new ScanSummary(
        whole.scans().size(),
        whole.healthyScans(),
        dice.mean(),
        dice.interval(),
        surface.mean(),
        surface.interval(),
        whole.volumeDifference(),
        whole.volumeUnit(),
        lesions.mean(),
        lesions.interval(),
        whole.f1(),
        whole.falseObjects(),
        whole.falseObjectsInHealthy(),
        points,
        whole.slices(),
        whole.presence().orElse(null),
        whole.resolution());
  }
}
