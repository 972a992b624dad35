package io.wisp.metrics;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Scores of slices or volumes, by patient. Slices of one patient are not independent, so intervals
 * come from patients drawn whole, and tests are on one value a patient.
 */
public final class PatientScores {
  private final Map<String, Map<String, Double>> patients = new LinkedHashMap<>();

  /**
   * Those of all that was scored.
   *
   * @param patient whose it is
   * @param name tells it from the patient's others
   * @param score left out where NaN
   */
  public static <T> PatientScores of(
      Collection<T> scored,
      Function<T, String> patient,
      Function<T, String> name,
      ToDoubleFunction<T> score) {
    PatientScores scores = new PatientScores();
    scored.forEach(
        one -> scores.add(patient.apply(one), name.apply(one), score.applyAsDouble(one)));
    return scores;
  }

  /** Adds one; see {@link #of}. */
  public void add(String patient, String name, double score) {
    if (Double.isNaN(score)) {
      return;
    }
    Map<String, Double> own = patients.computeIfAbsent(patient, id -> new LinkedHashMap<>());
    if (own.putIfAbsent(name, score) != null) {
      throw new IllegalArgumentException("%s of %s came twice".formatted(name, patient));
    }
  }

  /** These less others, of the slices that both have. */
  public PatientScores minus(PatientScores others) {
    PatientScores differences = new PatientScores();
    patients.forEach(
        (patient, own) -> {
          Map<String, Double> other = others.patients.getOrDefault(patient, Map.of());
          own.forEach(
              (name, score) -> {
                if (other.containsKey(name)) {
                  differences.add(patient, name, score - other.get(name));
                }
              });
        });
    return differences;
  }

  /** How many patients have a score. */
  public int patients() {
    return patients.size();
  }

  /** How many scores there are. */
  public int count() {
    return patients.values().stream().mapToInt(Map::size).sum();
  }

  /** Over all scores, whoever's they are; NaN if there are none. */
  public double mean() {
    return values().stream().flatMapToDouble(Arrays::stream).average().orElse(Double.NaN);
  }

  /** Of the mean, 95 %, by {@link Bootstrap} over patients. */
  public Interval interval() {
    return Bootstrap.USUAL.ofMean(values());
  }

  /** Of {@link PairedTest} on the patients' means: whether they differ from 0. */
  public double p() {
    return PairedTest.p(
        values().stream().mapToDouble(own -> Arrays.stream(own).average().orElseThrow()).toArray());
  }

  private List<double[]> values() {
    return patients.values().stream()
        .map(own -> own.values().stream().mapToDouble(score -> score).toArray())
        .toList();
  }
}
