package io.wisp.slices;

import io.wisp.base.Subset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chooses slices for a contact sheet: from cases spread evenly over the store. */
final class SheetChoice {
  private final List<SliceRecord> slices;
  private final int columns;
  private final List<Integer> labels;
  private final int rowsEach;

  private SheetChoice(List<SliceRecord> slices, int columns) {
    this.slices = slices;
    this.columns = columns;
    this.labels =
        slices.stream()
            .map(SliceRecord::label)
            .distinct()
            .sorted(Comparator.reverseOrder())
            .toList();
    this.rowsEach = labels.size() > 2 ? 1 : 2;
  }

  /**
   * Rows of slices, the highest label first. Where there are cases with several labels, each column
   * has one of them.
   */
  static List<List<Optional<SliceRecord>>> of(List<SliceRecord> slices, int columns) {
    SheetChoice choice = new SheetChoice(slices, columns);
    List<List<SliceRecord>> mixed = choice.mixedCases();
    return mixed.isEmpty() ? choice.byLabel() : choice.byCase(Subset.fromMiddles(mixed, columns));
  }

  /** The cases that have slices of several labels. */
  private List<List<SliceRecord>> mixedCases() {
    Map<String, List<SliceRecord>> byCase = new LinkedHashMap<>();
    slices.forEach(s -> byCase.computeIfAbsent(s.caseId(), id -> new ArrayList<>()).add(s));
    return byCase.values().stream()
        .filter(own -> own.stream().map(SliceRecord::label).distinct().count() > 1)
        .toList();
  }

  private List<List<Optional<SliceRecord>>> byCase(List<List<SliceRecord>> cases) {
    List<List<Optional<SliceRecord>>> rows = new ArrayList<>();
    for (int label : labels) {
      for (int row = 0; row < rowsEach; row++) {
        int at = row;
        List<Optional<SliceRecord>> chosen =
            cases.stream().map(own -> pick(own, label, at)).toList();
        if (chosen.stream().anyMatch(Optional::isPresent)) {
          rows.add(chosen);
        }
      }
    }
    return rows;
  }

  private List<List<Optional<SliceRecord>>> byLabel() {
    List<List<Optional<SliceRecord>>> rows = new ArrayList<>();
    for (int label : labels) {
      List<SliceRecord> own = slices.stream().filter(slice -> slice.labelled(label)).toList();
      List<Optional<SliceRecord>> chosen =
          Subset.fromMiddles(own, columns * rowsEach).stream().map(Optional::of).toList();
      for (int from = 0; from < chosen.size(); from += columns) {
        rows.add(chosen.subList(from, Math.min(chosen.size(), from + columns)));
      }
    }
    return rows;
  }

  /** The middle one of the fitting slices for the first row, the one at a quarter for the next. */
  private static Optional<SliceRecord> pick(List<SliceRecord> own, int label, int row) {
    List<SliceRecord> fitting = own.stream().filter(slice -> slice.labelled(label)).toList();
    return fitting.size() <= row
        ? Optional.empty()
        : Optional.of(fitting.get(fitting.size() / (2 << row)));
  }
}
