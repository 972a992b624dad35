package io.wisp.dataset;

import static io.wisp.dataset.LabelWords.CASE;
import static io.wisp.dataset.LabelWords.LABEL;
import static io.wisp.dataset.LabelWords.SLICE;

import io.wisp.BadFile;
import io.wisp.Remedy;
import io.wisp.UserError;
import io.wisp.base.CsvFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;

/**
 * Labels from a file, where there are no masks: {@code case,slice,label}, or {@code case,label}
 * where all slices of a case have the same one. Labels are 0 to K-1, or yes and no, true and false;
 * 0 and 255, the values of a mask, are 0 and 1.
 */
public final class LabelFile {
  /** Stands for every slice of a case. */
  private static final int ALL = -1;

  /** How masks in 8 bits mark the object. */
  private static final int MASK = 255;

  private final Path file;
  private final boolean perSlice;
  private final int first;
  private final List<Line> lines;
  private final Map<String, Map<Integer, Line>> labels = new TreeMap<>();

  /** A line of the file; its slice counts from 0. */
  private record Line(int number, String caseId, int slice, int label) {}

  private LabelFile(Path file, boolean perSlice, int first, List<Line> lines) {
    this.file = file;
    this.perSlice = perSlice;
    this.first = first;
    this.lines = List.copyOf(lines);
    for (Line line : lines) {
      Line other =
          labels.computeIfAbsent(line.caseId, id -> new HashMap<>()).putIfAbsent(line.slice, line);
      if (other != null && other.label != line.label) {
        throw new BadFile(
            file,
            "%s gives %s the labels %s and %s, in lines %s and %s: keep one"
                .formatted(file, name(line), other.label, line.label, other.number, line.number));
      }
    }
  }

  /**
   * @param told what the file calls the first slice, 0 or 1; if not told it is 0, and must be told
   *     where the file begins with 1
   * @throws UserError if a line cannot be understood, or two contradict each other
   */
  public static LabelFile read(Path file, OptionalInt told) {
    int first = told.orElse(0);
    CsvFile csv = CsvFile.read(file, LabelWords.COLUMNS, CASE, LABEL);
    boolean perSlice = csv.has(SLICE);
    List<Line> lines = new ArrayList<>();
    Set<String> named = new HashSet<>();
    for (CSVRecord row : csv.rows()) {
      String id = row.get(CASE);
      if (id.isEmpty()) {
        throw csv.bad(row, CASE, "the name of a case");
      }
      if (!perSlice && !named.add(id) && csv.width() > 2) {
        throw new BadFile(
            file,
            "line %s of %s names case %s again, but no column is called \"slice\": call the column that counts the slices so"
                .formatted(csv.line(row), file, id));
      }
      lines.add(new Line(csv.line(row), id, slice(csv, row, first), label(csv, row)));
    }
    if (lines.isEmpty()) {
      throw new BadFile(file, "%s has a heading, but no line below it".formatted(file));
    }
    boolean fromOne = lines.stream().mapToInt(Line::slice).min().getAsInt() == 1;
    if (told.isEmpty() && fromOne) {
      throw new BadFile(
          file,
          "%s names slice 1, but no slice 0: say whether it calls the first slice 0 or 1"
              .formatted(file),
          Remedy.FIRST_SLICE);
    }
    return new LabelFile(file, perSlice, first, ofMaskValues(file, lines));
  }

  private static int slice(CsvFile csv, CSVRecord row, int first) {
    if (!csv.has(SLICE)) {
      return ALL;
    }
    OptionalInt slice = LabelWords.number(row.get(SLICE));
    if (slice.isEmpty() || slice.getAsInt() < first) {
      throw csv.bad(row, SLICE, "a whole number from %s".formatted(first));
    }
    return slice.getAsInt() - first;
  }

  private static int label(CsvFile csv, CSVRecord row) {
    return LabelWords.label(row.get(LABEL))
        .orElseThrow(
            () -> csv.bad(row, LABEL, "a whole number from 0, or yes or no, or true or false"));
  }

  /** With 1 for 255, where there is nothing else but 0. */
  private static List<Line> ofMaskValues(Path file, List<Line> lines) {
    Optional<Line> mask = lines.stream().filter(line -> line.label == MASK).findFirst();
    if (mask.isEmpty()) {
      return lines;
    }
    for (Line line : lines) {
      if (line.label != MASK && line.label != 0) {
        throw new BadFile(
            file,
            "line %s of %s has the label 255 and line %s has %s: write labels 0, 1, 2, …, or no others than 0 and 255"
                .formatted(mask.get().number, file, line.number, line.label));
      }
    }
    return lines.stream()
        .map(l -> new Line(l.number, l.caseId, l.slice, l.label == MASK ? 1 : 0))
        .toList();
  }

  /** The file's name, without its folder. */
  public String name() {
    return file.getFileName().toString();
  }

  /**
   * These labels by the names of cases, which the file may call by files or folders of theirs, in
   * any letter case.
   *
   * @param known the cases; what the file says of others is kept under the names that it has
   * @throws UserError if a name may mean several cases, or two that mean the same contradict each
   *     other
   */
  public LabelFile of(Set<String> known) {
    Map<String, String> ids = new HashMap<>();
    labels.keySet().forEach(name -> ids.put(name, CaseNames.find(name, known)));
    List<Line> renamed =
        lines.stream().map(l -> new Line(l.number, ids.get(l.caseId), l.slice, l.label)).toList();
    return new LabelFile(file, perSlice, first, renamed);
  }

  /**
   * The label of a slice.
   *
   * @throws UserError if the file does not tell it
   */
  public int label(String caseId, int slice) {
    Line line = labels.getOrDefault(caseId, Map.of()).get(perSlice ? slice : ALL);
    if (line == null) {
      Line missing = new Line(0, caseId, perSlice ? slice : ALL, 1);
      throw new BadFile(
          file,
          "%s has no label for %s: add a line \"%s,%s1\" (or 0)"
              .formatted(file, name(missing), caseId, perSlice ? slice + first + "," : ""));
    }
    return line.label;
  }

  /** The label of a slice, if the file tells it. */
  public OptionalInt find(String caseId, int slice) {
    Line line = labels.getOrDefault(caseId, Map.of()).get(perSlice ? slice : ALL);
    return line == null ? OptionalInt.empty() : OptionalInt.of(line.label);
  }

  /** Refuses a file that names cases which are not there. */
  public void checkCases(Set<String> known, Path source) {
    for (Line line : lines) {
      if (!known.contains(line.caseId)) {
        throw new BadFile(
            file,
            "line %s of %s names the case \"%s\", which is not among the %s cases in %s: mend the name, or take it out"
                .formatted(line.number, file, line.caseId, known.size(), source));
      }
    }
  }

  /** Refuses a file whose labels have gaps, for there is a class for each up to the highest. */
  public void checkClasses() {
    SortedSet<Integer> seen = new TreeSet<>(lines.stream().map(Line::label).toList());
    int highest = seen.last();
    OptionalInt gap = IntStream.range(0, highest).filter(one -> !seen.contains(one)).findFirst();
    if (highest > 1 && gap.isPresent()) {
      throw new BadFile(
          file,
          "%s has the labels %s, but none is %s: number the classes 0, 1, 2, …"
              .formatted(
                  file,
                  seen.stream().limit(8).map(String::valueOf).collect(Collectors.joining(", ")),
                  gap.getAsInt()));
    }
  }

  /** Refuses a file that names slices which the case does not have. */
  public void checkSlices(String caseId, SortedSet<Integer> known) {
    for (Line line : labels.getOrDefault(caseId, Map.of()).values()) {
      if (line.slice != ALL && !known.contains(line.slice)) {
        boolean next = first == 0 && line.slice == known.last() + 1;
        throw new BadFile(
            file,
            "line %s of %s names slice %s of %s, which has %s slices, counted from %s%s"
                .formatted(
                    line.number,
                    file,
                    line.slice + first,
                    caseId,
                    known.size(),
                    first,
                    next ? ": if the file counts from 1, say so" : ""),
            next ? new Remedy[] {Remedy.FIRST_SLICE} : new Remedy[0]);
      }
    }
  }

  /**
   * Refuses a file that names slices of a case whose slices were resampled, for it counts others.
   *
   * @param resampled how they were, in words; empty if they were not
   */
  public void checkCounted(String caseId, Optional<String> resampled) {
    if (perSlice && resampled.isPresent() && labels.containsKey(caseId)) {
      throw new BadFile(
          file,
          "%s names slices of %s, but %s: make its slices even with dcm2niix, and count those of its file that ends in _Eq.nii"
              .formatted(file, caseId, resampled.get()));
    }
  }

  private String name(Line line) {
    return line.slice == ALL
        ? "case " + line.caseId
        : "slice %s of case %s".formatted(line.slice + first, line.caseId);
  }
}
