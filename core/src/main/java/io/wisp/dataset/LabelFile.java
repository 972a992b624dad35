package io.wisp.dataset;

import io.wisp.UserError;
import io.wisp.base.CsvFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;

/**
 * Labels from a file, where there are no masks: {@code case,slice,label}, or {@code case,label}
 * where all slices of a case have the same one. Labels are 0 to K-1, slices count from 0.
 */
public final class LabelFile {
  /** Stands for every slice of a case. */
  private static final int ALL = -1;

  private final Path file;
  private final boolean perSlice;
  private final Map<String, Map<Integer, Integer>> labels = new TreeMap<>();

  private LabelFile(Path file, boolean perSlice) {
    this.file = file;
    this.perSlice = perSlice;
  }

  public static LabelFile read(Path file) {
    CsvFile csv = CsvFile.read(file, "case", "label");
    LabelFile labels = new LabelFile(file, csv.has("slice"));
    for (CSVRecord row : csv.rows()) {
      int slice = labels.perSlice ? csv.integer(row, "slice") : ALL;
      int label = csv.integer(row, "label");
      Map<Integer, Integer> ofCase =
          labels.labels.computeIfAbsent(row.get("case"), id -> new HashMap<>());
      Integer other = ofCase.put(slice, label);
      if (other != null && other != label) {
        throw new UserError(
            "%s gives %s the labels %s and %s: keep one"
                .formatted(file, name(row.get("case"), slice), other, label));
      }
    }
    return labels;
  }

  /** The file's name, without its folder. */
  public String name() {
    return file.getFileName().toString();
  }

  /**
   * The label of a slice.
   *
   * @throws UserError if the file does not tell it
   */
  public int label(String caseId, int slice) {
    return find(caseId, slice)
        .orElseThrow(
            () ->
                new UserError(
                    "%s has no label for %s: add a line \"%s,%s1\" (or 0)"
                        .formatted(
                            file,
                            name(caseId, perSlice ? slice : ALL),
                            caseId,
                            perSlice ? slice + "," : "")));
  }

  private OptionalInt find(String caseId, int slice) {
    Map<Integer, Integer> ofCase = labels.get(caseId);
    Integer label = ofCase == null ? null : ofCase.get(perSlice ? slice : ALL);
    return label == null ? OptionalInt.empty() : OptionalInt.of(label);
  }

  /** Refuses a file that names cases which are not there. */
  public void checkCases(Set<String> known, Path source) {
    for (String id : labels.keySet()) {
      if (!known.contains(id)) {
        throw new UserError(
            "%s names the case \"%s\", which is not among the %s cases in %s: mend the name, or take it out"
                .formatted(file, id, known.size(), source));
      }
    }
  }

  /** Refuses a file that names slices which the case does not have. */
  public void checkSlices(String caseId, Set<Integer> known) {
    for (int slice : labels.getOrDefault(caseId, Map.of()).keySet()) {
      if (slice != ALL && !known.contains(slice)) {
        throw new UserError(
            "%s names slice %s of %s, which has %s slices, counted from 0"
                .formatted(file, slice, caseId, known.size()));
      }
    }
  }

  private static String name(String caseId, int slice) {
    return slice == ALL ? "case " + caseId : "slice %s of case %s".formatted(slice, caseId);
  }
}
