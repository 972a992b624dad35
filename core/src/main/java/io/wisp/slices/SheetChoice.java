package io.wisp.slices;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Chooses slices for a contact sheet: from cases spread evenly over the store. */
final class SheetChoice {
  private static final int ROWS_EACH = 2;

  private SheetChoice() {}

  /** Rows of slices, positives first, each row with the same case in the same column. */
  static List<List<Optional<SliceRecord>>> of(List<SliceRecord> slices, int columns) {
    List<List<SliceRecord>> cases = spread(preferBoth(slices), columns);
    List<List<Optional<SliceRecord>>> rows = new ArrayList<>();
    for (boolean positive : new boolean[] {true, false}) {
      for (int row = 0; row < ROWS_EACH; row++) {
        int at = row;
        List<Optional<SliceRecord>> chosen =
            cases.stream().map(own -> pick(own, s -> s.positive() == positive, at)).toList();
        if (chosen.stream().anyMatch(Optional::isPresent)) {
          rows.add(chosen);
        }
      }
    }
    return rows;
  }

  /** The cases that have both positives and negatives, if there are some; else all. */
  private static List<List<SliceRecord>> preferBoth(List<SliceRecord> slices) {
    Map<String, List<SliceRecord>> byCase = new LinkedHashMap<>();
    slices.forEach(s -> byCase.computeIfAbsent(s.caseId(), id -> new ArrayList<>()).add(s));
    List<List<SliceRecord>> both =
        byCase.values().stream()
            .filter(own -> own.stream().map(SliceRecord::positive).distinct().count() == 2)
            .toList();
    return both.isEmpty() ? List.copyOf(byCase.values()) : both;
  }

  private static <T> List<T> spread(List<T> all, int count) {
    int taken = Math.min(count, all.size());
    return IntStream.range(0, taken)
        .mapToObj(i -> all.get((int) ((2L * i + 1) * all.size() / (2L * taken))))
        .toList();
  }

  /** The middle one of the fitting slices for the first row, the one at a quarter for the next. */
  private static Optional<SliceRecord> pick(
      List<SliceRecord> own, Predicate<SliceRecord> fits, int row) {
    List<SliceRecord> fitting = own.stream().filter(fits).toList();
    return fitting.size() <= row
        ? Optional.empty()
        : Optional.of(fitting.get(fitting.size() / (2 << row)));
  }
}
