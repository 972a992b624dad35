package io.wisp.evaluation;

import io.wisp.base.Subset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses slices to show: slices with a large object, from evenly spread patients. The same for all
 * methods.
 */
public final class ExampleChoice {
  private static final int MOST = 4;
  private static final double LARGE = 0.5;

  private ExampleChoice() {}

  public static List<ExampleSlice> of(List<SliceOutcome> outcomes) {
    Map<String, List<SliceOutcome>> patients = new LinkedHashMap<>();
    for (SliceOutcome outcome : outcomes) {
      patients.computeIfAbsent(outcome.record().caseId(), id -> new ArrayList<>()).add(outcome);
    }
    int each = (MOST + patients.size() - 1) / patients.size();
    List<SliceOutcome> chosen = new ArrayList<>();
    for (List<SliceOutcome> own : Subset.fromMiddles(List.copyOf(patients.values()), MOST)) {
      chosen.addAll(Subset.fromMiddles(large(own), each));
    }
    return Subset.fromMiddles(chosen, MOST).stream().map(ExampleSlice::of).toList();
  }

  /** Those whose object is at least half as large as the patient's largest; never none. */
  private static List<SliceOutcome> large(List<SliceOutcome> slices) {
    double largest = slices.stream().mapToDouble(ExampleChoice::size).max().orElse(0);
    return slices.stream().filter(slice -> size(slice) >= LARGE * largest).toList();
  }

  private static double size(SliceOutcome outcome) {
    return outcome.score().objectFraction();
  }
}
