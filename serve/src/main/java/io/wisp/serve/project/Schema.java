package io.wisp.serve.project;

import io.wisp.BadFile;
import java.nio.file.Path;
import java.util.List;

/**
 * The tables, as steps from each version to the next. A step that was released stays as it is;
 * changes are new steps.
 */
final class Schema {
  private static final List<List<String>> STEPS =
      List.of(
          List.of(
              """
              CREATE TABLE scan(
                number INTEGER PRIMARY KEY AUTOINCREMENT,
                id TEXT NOT NULL UNIQUE,
                name TEXT NOT NULL,
                path TEXT NOT NULL,
                series TEXT,
                kind TEXT NOT NULL,
                nx INTEGER NOT NULL, ny INTEGER NOT NULL, nz INTEGER NOT NULL,
                sx REAL NOT NULL, sy REAL NOT NULL, sz REAL NOT NULL,
                axis INTEGER NOT NULL,
                content TEXT NOT NULL,
                added INTEGER NOT NULL)""",
              """
              CREATE TABLE label(
                name TEXT NOT NULL,
                scan TEXT NOT NULL REFERENCES scan(id) ON DELETE CASCADE,
                slice INTEGER NOT NULL,
                reader TEXT NOT NULL,
                value INTEGER NOT NULL,
                at INTEGER NOT NULL,
                PRIMARY KEY(name, scan, slice, reader)) WITHOUT ROWID""",
              """
              CREATE TABLE label_change(
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                name TEXT NOT NULL,
                reader TEXT NOT NULL,
                at INTEGER NOT NULL,
                millis INTEGER NOT NULL,
                undone INTEGER NOT NULL DEFAULT 0)""",
              """
              CREATE TABLE label_entry(
                change INTEGER NOT NULL REFERENCES label_change(id),
                scan TEXT NOT NULL REFERENCES scan(id) ON DELETE CASCADE,
                slice INTEGER NOT NULL,
                before INTEGER,
                after INTEGER)""",
              "CREATE INDEX label_entry_change ON label_entry(change)",
              "CREATE INDEX label_entry_scan ON label_entry(scan)",
              "CREATE INDEX label_scan ON label(scan)",
              "CREATE INDEX label_change_reader ON label_change(reader, undone, id)",
              """
              CREATE TABLE job(
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                kind TEXT NOT NULL,
                state TEXT NOT NULL,
                spec TEXT NOT NULL,
                step INTEGER NOT NULL DEFAULT 0,
                made INTEGER NOT NULL,
                seconds REAL NOT NULL DEFAULT 0,
                error TEXT,
                pid INTEGER,
                pid_start INTEGER)""",
              "CREATE INDEX job_state ON job(state)",
              """
              CREATE TABLE model(
                name TEXT PRIMARY KEY,
                label TEXT NOT NULL,
                kind TEXT NOT NULL,
                made INTEGER NOT NULL,
                scans INTEGER NOT NULL,
                slices INTEGER NOT NULL,
                job INTEGER NOT NULL)""",
              """
              CREATE TABLE review(
                model TEXT NOT NULL,
                scan TEXT NOT NULL REFERENCES scan(id) ON DELETE CASCADE,
                state TEXT NOT NULL,
                reader TEXT NOT NULL,
                at INTEGER NOT NULL,
                PRIMARY KEY(model, scan)) WITHOUT ROWID""",
              """
              CREATE TABLE correction(
                scan TEXT NOT NULL REFERENCES scan(id) ON DELETE CASCADE,
                n INTEGER NOT NULL,
                reader TEXT NOT NULL,
                model TEXT,
                voxels INTEGER NOT NULL,
                at INTEGER NOT NULL,
                PRIMARY KEY(scan, n)) WITHOUT ROWID"""));

  private Schema() {}

  static void update(Database database, Path file) {
    int version = database.one("PRAGMA user_version", row -> row.getInt(1)).orElse(0);
    if (version > STEPS.size()) {
      throw new BadFile(
          file, "%s was made by a newer Wisp: use that one to open the project.".formatted(file));
    }
    for (int step = version; step < STEPS.size(); step++) {
      int next = step + 1;
      List<String> statements = STEPS.get(step);
      database.atOnce(
          () -> {
            statements.forEach(database::run);
            return database.run("PRAGMA user_version=" + next);
          });
    }
  }
}
