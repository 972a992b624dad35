package io.wisp.serve.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the labels of all readers come to. */
public final class LabelSummary {
  private final Database database;

  public LabelSummary(Database database) {
    this.database = database;
  }

  /**
   * A slice with the label of most of its readers.
   *
   * @param yes whether the object is there; null if as many say yes as no
   */
  public record Agreed(String scan, int slice, Boolean yes) {}

  /** Slices of a scan labelled yes and no. */
  public record Counts(int yes, int no) {}

  /** A slice that readers label differently. */
  public record Disagreement(String scan, int slice, Map<String, String> values) {}

  /**
   * The work of labelling.
   *
   * @param slices labelled, each counted once
   * @param seconds that the readers took
   * @param perMinute slices a minute; 0 if no time was told
   */
  public record Effort(int slices, double seconds, double perMinute) {}

  /** The label of each slice that anyone labelled, by scan and slice. */
  public List<Agreed> agreed(String name, Optional<String> reader) {
    return database.list(
        "SELECT scan, slice, 2 * SUM(value) - COUNT(*) FROM label"
            + " WHERE name = ? AND (? IS NULL OR reader = ?)"
            + " GROUP BY scan, slice ORDER BY scan, slice",
        row -> {
          int votes = row.getInt(3);
          return new Agreed(row.getString(1), row.getInt(2), votes == 0 ? null : votes > 0);
        },
        name,
        reader.orElse(null),
        reader.orElse(null));
  }

  /** Labels of each scan. */
  public Map<String, Counts> counts(String name) {
    Map<String, Counts> all = new HashMap<>();
    for (Agreed one : agreed(name, Optional.empty())) {
      if (one.yes() != null) {
        Counts own = one.yes() ? new Counts(1, 0) : new Counts(0, 1);
        all.merge(one.scan(), own, (a, b) -> new Counts(a.yes() + b.yes(), a.no() + b.no()));
      }
    }
    return all;
  }

  public List<Disagreement> disagreements(String name) {
    Map<String, Disagreement> all = new LinkedHashMap<>();
    database
        .list(
            "SELECT scan, slice, reader, value FROM label WHERE name = ? AND (scan, slice) IN ("
                + "SELECT scan, slice FROM label WHERE name = ? GROUP BY scan, slice"
                + " HAVING MIN(value) < MAX(value)) ORDER BY scan, slice, reader",
            row ->
                new Disagreement(
                    row.getString(1),
                    row.getInt(2),
                    Map.of(row.getString(3), Labels.word(row.getInt(4)))),
            name,
            name)
        .forEach(
            one ->
                all.computeIfAbsent(
                        one.scan() + "/" + one.slice(),
                        key -> new Disagreement(one.scan(), one.slice(), new LinkedHashMap<>()))
                    .values()
                    .putAll(one.values()));
    return new ArrayList<>(all.values());
  }

  public Effort effort(String name, Optional<String> reader) {
    int slices =
        database
            .one(
                "SELECT COUNT(*) FROM (SELECT DISTINCT scan, slice FROM label"
                    + " WHERE name = ? AND (? IS NULL OR reader = ?))",
                row -> row.getInt(1),
                name,
                reader.orElse(null),
                reader.orElse(null))
            .orElse(0);
    double seconds =
        database
            .one(
                "SELECT TOTAL(millis) / 1000 FROM label_change"
                    + " WHERE name = ? AND (? IS NULL OR reader = ?)",
                row -> row.getDouble(1),
                name,
                reader.orElse(null),
                reader.orElse(null))
            .orElse(0.0);
    return new Effort(slices, seconds, seconds > 0 ? slices * 60 / seconds : 0);
  }
}
