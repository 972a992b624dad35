package io.wisp.serve.project;

import io.wisp.BadFile;
import io.wisp.UserError;
import io.wisp.base.Folders;
import io.wisp.serve.http.HttpError;
import io.wisp.volume.Volume;
import io.wisp.volume.Volumes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The scans of a project. */
public final class ScanTable {
  private static final String COLUMNS =
      "SELECT id, name, path, series, kind, nx, ny, nz, sx, sy, sz, axis, content FROM scan";

  /** More is refused before memory is taken: 400 million voxels are 1.6 GB. */
  private static final long MOST_VOXELS = 400_000_000L;

  private static final int LONGEST_ID = 80;

  private final Database database;
  private final Path folder;

  ScanTable(Database database, Path folder) {
    this.database = database;
    this.folder = folder;
  }

  /** What became of the files of a folder. */
  public record Added(List<Scan> added, List<Refused> refused) {}

  public List<Scan> all() {
    return database.list(COLUMNS + " ORDER BY number", ScanTable::scan);
  }

  /**
   * @throws HttpError if there is none
   */
  public Scan get(String id) {
    return database
        .one(COLUMNS + " WHERE id = ?", ScanTable::scan, id)
        .orElseThrow(() -> HttpError.missing("There is no scan \"%s\".".formatted(id)));
  }

  private static Scan scan(ResultSet row) throws SQLException {
    return new Scan(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        List.of(row.getInt(6), row.getInt(7), row.getInt(8)),
        List.of(row.getDouble(9), row.getDouble(10), row.getDouble(11)),
        row.getInt(12),
        row.getString(13));
  }

  /**
   * Adds the scans of a folder, where they lie. Each is read once, so that one that is damaged is
   * told now.
   *
   * @param kind of scan; the usual one of the folder's layout if not told
   * @param each is told of each scan that was added
   */
  public Added addFolder(Path root, Optional<String> kind, Consumer<Scan> each) {
    ScanSearch search = new ScanSearch(root.toAbsolutePath().normalize(), kind);
    List<Scan> added = new ArrayList<>();
    List<Refused> refused = new ArrayList<>(search.refused());
    for (FoundScan found : search.found()) {
      try {
        Scan scan = add(found);
        added.add(scan);
        each.accept(scan);
      } catch (UserError e) {
        refused.add(new Refused(search.shown(found.path()), e.getMessage()));
      }
    }
    return new Added(added, refused);
  }

  private Scan add(FoundScan found) {
    String path = stored(found.path());
    database
        .one(
            "SELECT id FROM scan WHERE path = ? AND series IS ?",
            row -> row.getString(1),
            path,
            found.series().orElse(null))
        .ifPresent(
            id -> {
              throw new UserError("It is a scan of the project already, called %s.".formatted(id));
            });
    if (found.series().isEmpty()) {
      checkSize(found.path());
    }
    Volume volume = found.read();
    String content = SliceCache.content(volume);
    return database.atOnce(
        () -> {
          Scan scan = Scan.of(freeId(found.name()), found, path, volume.geometry(), content);
          insert(scan);
          return scan;
        });
  }

  private static void checkSize(Path path) {
    long voxels = Volumes.readGeometry(path).voxelCount();
    if (voxels > MOST_VOXELS) {
      throw new BadFile(
          path,
          "It has %s voxels, but the workbench shows at most %s.".formatted(voxels, MOST_VOXELS));
    }
  }

  private void insert(Scan scan) {
    database.run(
        "INSERT INTO scan(id, name, path, series, kind, nx, ny, nz, sx, sy, sz, axis, content,"
            + " added) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        scan.id(),
        scan.name(),
        scan.path(),
        scan.series(),
        scan.kind(),
        scan.shape().get(0),
        scan.shape().get(1),
        scan.shape().get(2),
        scan.spacing().get(0),
        scan.spacing().get(1),
        scan.spacing().get(2),
        scan.axis(),
        scan.content(),
        Instant.now().toEpochMilli());
  }

  /** Safe in paths, addresses and tables, and not taken, in whichever letter case. */
  private String freeId(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9._-]+", "_").replaceAll("^[._-]+", "");
    String safe = plain.substring(0, Math.min(plain.length(), LONGEST_ID));
    String base = safe.isEmpty() ? "scan" : safe;
    String id = base;
    for (int n = 2; isTaken(id); n++) {
      id = base + "-" + n;
    }
    return id;
  }

  private boolean isTaken(String id) {
    return database.one("SELECT 1 FROM scan WHERE id = ? COLLATE NOCASE", row -> 1, id).isPresent();
  }

  private String stored(Path path) {
    Path whole = path.toAbsolutePath().normalize();
    return whole.startsWith(folder) ? Folders.relative(folder, whole) : whole.toString();
  }

  /** Where a scan lies. */
  public Path path(Scan scan) {
    return folder.resolve(scan.path());
  }

  /**
   * Reads a scan.
   *
   * @throws UserError if it is gone, damaged, or has another shape than when it was added
   */
  public Volume read(Scan scan) {
    Volume volume = FoundScan.read(path(scan), Optional.ofNullable(scan.series()));
    if (volume.nx() != scan.shape().get(0)
        || volume.ny() != scan.shape().get(1)
        || volume.nz() != scan.shape().get(2)) {
      throw new BadFile(
          path(scan),
          "%s is %s now, but was %s when it was added: remove the scan and add it again."
              .formatted(path(scan), volume.geometry().shapeText(), scan.shape()));
    }
    return volume;
  }

  /** Takes a scan out of the project; its files go only if they were uploaded. */
  public void remove(Scan scan) throws IOException {
    database.run("DELETE FROM scan WHERE id = ?", scan.id());
    Path path = path(scan);
    boolean shared =
        database.one("SELECT 1 FROM scan WHERE path = ?", row -> 1, scan.path()).isPresent();
    if (!shared && path.startsWith(folder.resolve("scans")) && Files.exists(path)) {
      Folders.remove(path);
    }
  }
}
