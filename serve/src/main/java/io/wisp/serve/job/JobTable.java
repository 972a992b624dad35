package io.wisp.serve.job;

import io.wisp.serve.http.HttpError;
import io.wisp.serve.http.Json;
import io.wisp.serve.project.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The jobs of a project, in its database. */
final class JobTable {
  private static final String COLUMNS =
      "SELECT id, kind, state, spec, step, made, seconds, error, pid, pid_start FROM job";

  private final Database database;

  JobTable(Database database) {
    this.database = database;
  }

  long add(String kind, JobSpec spec) {
    return database.insert(
        "INSERT INTO job(kind, state, spec, made) VALUES(?, ?, ?, ?)",
        kind,
        JobState.QUEUED.word(),
        Json.text(spec),
        Instant.now().toEpochMilli());
  }

  /** The newest first. */
  List<JobRow> all() {
    return database.list(COLUMNS + " ORDER BY id DESC", JobTable::row);
  }

  /**
   * @throws HttpError if there is none
   */
  JobRow get(long id) {
    return database
        .one(COLUMNS + " WHERE id = ?", JobTable::row, id)
        .orElseThrow(() -> HttpError.missing("There is no job %s.".formatted(id)));
  }

  Optional<JobRow> next() {
    return database.one(COLUMNS + " WHERE state = 'queued' ORDER BY id LIMIT 1", JobTable::row);
  }

  List<JobRow> in(JobState state) {
    return database.list(COLUMNS + " WHERE state = ?", JobTable::row, state.word());
  }

  private static JobRow row(ResultSet row) throws SQLException {
    long pid = row.getLong(9);
    Long known = row.wasNull() ? null : pid;
    return new JobRow(
        row.getLong(1),
        row.getString(2),
        JobState.of(row.getString(3)),
        Json.kept(row.getString(4), JobSpec.class),
        row.getInt(5),
        row.getLong(6),
        row.getDouble(7),
        row.getString(8),
        known,
        known == null ? null : row.getLong(10));
  }

  /** Notes a new state; no process runs. */
  void set(long id, JobState state, String error) {
    database.run(
        "UPDATE job SET state = ?, error = ?, pid = NULL, pid_start = NULL WHERE id = ?",
        state.word(),
        error,
        id);
  }

  void running(long id, ProcessHandle process) {
    database.run(
        "UPDATE job SET state = 'running', error = NULL, pid = ?, pid_start = ? WHERE id = ?",
        process.pid(),
        process.info().startInstant().map(Instant::toEpochMilli).orElse(0L),
        id);
  }

  void stepDone(long id, int next) {
    database.run("UPDATE job SET step = ? WHERE id = ?", next, id);
  }

  void addSeconds(long id, double seconds) {
    database.run("UPDATE job SET seconds = seconds + ? WHERE id = ?", seconds, id);
  }

  void addModel(JobRow job) {
    JobSpec spec = job.spec();
    database.run(
        "INSERT OR REPLACE INTO model(name, label, kind, made, scans, slices, job)"
            + " VALUES(?, ?, ?, ?, ?, ?, ?)",
        spec.model(),
        spec.label(),
        spec.kind(),
        Instant.now().toEpochMilli(),
        spec.scans(),
        spec.slices(),
        job.id());
  }
}
