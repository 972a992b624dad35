package io.wisp.serve.project;

import io.wisp.base.FolderLock;
import io.wisp.base.Folders;
import java.nio.file.Path;

/**
 * A project's folder, kept for this process.
 *
 * <ul>
 *   <li>{@code project.db}: scans, labels, jobs, models, reviews, corrections
 *   <li>{@code scans}: what was uploaded
 *   <li>{@code inputs}: links to the scans by the names that commands find them by
 *   <li>{@code jobs/N}: labels and log of a job
 *   <li>{@code stores}, {@code models}, {@code outlines}, {@code corrections}
 * </ul>
 */
public final class Project implements AutoCloseable {
  private final Path folder;
  private final FolderLock lock;
  private final Database database;
  private final ScanTable scans;
  private final Labels labels;
  private final SliceCache slices;

  private Project(Path folder, FolderLock lock) {
    this.folder = folder;
    this.lock = lock;
    this.database = Database.open(folder.resolve("project.db"));
    this.scans = new ScanTable(database, folder);
    this.labels = new Labels(database);
    this.slices = new SliceCache(scans);
  }

  /**
   * Opens or makes a project.
   *
   * @throws io.wisp.UserError if another server has it, or it cannot be written
   */
  public static Project open(Path folder) {
    Path whole = folder.toAbsolutePath().normalize();
    Folders.requireWritable(whole);
    Folders.make(whole);
    FolderLock lock = FolderLock.in(whole);
    try {
      return new Project(whole, lock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  public Path folder() {
    return folder;
  }

  public String name() {
    return folder.getFileName() == null ? "project" : folder.getFileName().toString();
  }

  public Database database() {
    return database;
  }

  public ScanTable scans() {
    return scans;
  }

  public Labels labels() {
    return labels;
  }

  public SliceCache slices() {
    return slices;
  }

  /** Where uploads are kept, before and after they have become scans. */
  public Path uploads() {
    return folder.resolve("scans");
  }

  @Override
  public void close() {
    database.close();
    lock.close();
  }
}
