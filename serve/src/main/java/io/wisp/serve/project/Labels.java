package io.wisp.serve.project;

import io.wisp.serve.http.HttpError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Yes/no labels of slices, by name of the label and by reader. Every change is on the disk before
 * it is answered, and can be undone.
 */
public final class Labels {
  private static final String USUAL_READER = "reader";

  /** A pause is no work: what a change took counts at most this. */
  private static final long LONGEST_MILLIS = 60_000;

  private final Database database;

  Labels(Database database) {
    this.database = database;
  }

  /** A label: {@code yes} or {@code no}. */
  public record Label(String scan, int slice, String value, String reader, String at) {}

  /**
   * What is to become of a range of slices.
   *
   * @param value {@code yes}, {@code no}, or null for no label
   */
  public record Entry(String scan, int from, int to, String value) {}

  /** What became of a slice; null for no label. */
  public record Change(String scan, int slice, String value) {}

  /**
   * A change that was made or undone.
   *
   * @param undo its number; null if there was nothing to undo
   */
  public record Changed(Long undo, String name, List<Change> changed) {}

  /** The name of a reader who gave none. */
  public static String reader(String given) {
    return given == null || given.isBlank() ? USUAL_READER : given.strip();
  }

  public List<Label> list(String name, Optional<String> reader) {
    return database.list(
        "SELECT scan, slice, value, reader, at FROM label WHERE name = ? AND (? IS NULL OR reader ="
            + " ?) ORDER BY scan, slice, reader",
        row ->
            new Label(
                row.getString(1),
                row.getInt(2),
                word(row.getInt(3)),
                row.getString(4),
                Instant.ofEpochMilli(row.getLong(5)).toString()),
        name,
        reader.orElse(null),
        reader.orElse(null));
  }

  public List<String> names() {
    return database.list("SELECT DISTINCT name FROM label ORDER BY name", row -> row.getString(1));
  }

  /**
   * Sets or takes away labels.
   *
   * @param millis that the reader took
   */
  public Changed set(String name, String reader, List<Entry> entries, long millis) {
    return database.atOnce(
        () -> {
          long now = Instant.now().toEpochMilli();
          long change =
              database.insert(
                  "INSERT INTO label_change(name, reader, at, millis) VALUES(?, ?, ?, ?)",
                  name,
                  reader,
                  now,
                  Math.max(0, Math.min(LONGEST_MILLIS, millis)));
          List<Change> changed = new ArrayList<>();
          for (Entry entry : entries) {
            Integer after = number(entry.value());
            for (int slice = entry.from(); slice <= entry.to(); slice++) {
              Integer before = current(name, entry.scan(), slice, reader);
              if (!Objects.equals(before, after)) {
                put(name, entry.scan(), slice, reader, after, now);
                database.run(
                    "INSERT INTO label_entry(change, scan, slice, before, after) VALUES(?, ?, ?, ?,"
                        + " ?)",
                    change,
                    entry.scan(),
                    slice,
                    before,
                    after);
                changed.add(new Change(entry.scan(), slice, word(after)));
              }
            }
          }
          return new Changed(change, name, changed);
        });
  }

  /** Undoes the last change of a reader that changed anything. */
  public Changed undo(String reader) {
    return database.atOnce(
        () -> {
          Optional<Map.Entry<Long, String>> last =
              database.one(
                  "SELECT id, name FROM label_change c WHERE reader = ? AND undone = 0"
                      + " AND EXISTS(SELECT 1 FROM label_entry WHERE change = c.id)"
                      + " ORDER BY id DESC LIMIT 1",
                  row -> Map.entry(row.getLong(1), row.getString(2)),
                  reader);
          if (last.isEmpty()) {
            return new Changed(null, null, List.of());
          }
          long id = last.get().getKey();
          String name = last.get().getValue();
          List<Change> changes = before(id);
          long now = Instant.now().toEpochMilli();
          changes.forEach(
              one -> put(name, one.scan(), one.slice(), reader, number(one.value()), now));
          database.run("UPDATE label_change SET undone = 1 WHERE id = ?", id);
          return new Changed(id, name, changes);
        });
  }

  /** What slices were before a change; the last first, for a slice may be changed twice. */
  private List<Change> before(long change) {
    Map<String, Change> first = new LinkedHashMap<>();
    database
        .list(
            "SELECT scan, slice, before FROM label_entry WHERE change = ? ORDER BY rowid DESC",
            row -> new Change(row.getString(1), row.getInt(2), word((Integer) row.getObject(3))),
            change)
        .forEach(one -> first.put(one.scan() + "/" + one.slice(), one));
    return List.copyOf(first.values());
  }

  private Integer current(String name, String scan, int slice, String reader) {
    return database
        .one(
            "SELECT value FROM label WHERE name = ? AND scan = ? AND slice = ? AND reader = ?",
            row -> row.getInt(1),
            name,
            scan,
            slice,
            reader)
        .orElse(null);
  }

  private void put(String name, String scan, int slice, String reader, Integer value, long at) {
    if (value == null) {
      database.run(
          "DELETE FROM label WHERE name = ? AND scan = ? AND slice = ? AND reader = ?",
          name,
          scan,
          slice,
          reader);
    } else {
      database.run(
          "INSERT OR REPLACE INTO label(name, scan, slice, reader, value, at) VALUES(?, ?, ?, ?, ?,"
              + " ?)",
          name,
          scan,
          slice,
          reader,
          value,
          at);
    }
  }

  static String word(Integer value) {
    return value == null ? null : value == 1 ? "yes" : "no";
  }

  private static Integer number(String word) {
    if (word == null) {
      return null;
    }
    return switch (word) {
      case "yes" -> 1;
      case "no" -> 0;
      default ->
          throw HttpError.bad(
              "A label is \"%s\", but must be \"yes\", \"no\" or null.".formatted(word));
    };
  }
}
