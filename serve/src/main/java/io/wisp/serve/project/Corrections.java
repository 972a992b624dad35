package io.wisp.serve.project;

import io.wisp.base.Folders;
import io.wisp.nifti.DataType;
import io.wisp.nifti.NiftiFile;
import io.wisp.serve.http.HttpError;
import io.wisp.volume.Volume;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Masks that people drew or mended: versions 1, 2, … of a scan, none of which ever changes. A file
 * lies there before the database names it.
 */
public final class Corrections {
  private final Project project;

  public Corrections(Project project) {
    this.project = project;
  }

  /**
   * A version.
   *
   * @param model whose mask was corrected; null if it was drawn anew
   * @param at when, ISO 8601
   * @param voxels in the mask
   */
  public record Correction(int n, String reader, String model, String at, long voxels) {}

  /** The oldest first. */
  public List<Correction> of(Scan scan) {
    return project
        .database()
        .list(
            "SELECT n, reader, model, at, voxels FROM correction WHERE scan = ? ORDER BY n",
            row ->
                new Correction(
                    row.getInt(1),
                    row.getString(2),
                    row.getString(3),
                    Instant.ofEpochMilli(row.getLong(4)).toString(),
                    row.getLong(5)),
            scan.id());
  }

  /** The file of the newest version, if there is one. */
  public Optional<Path> newest(Scan scan) {
    List<Correction> all = of(scan);
    return all.isEmpty() ? Optional.empty() : Optional.of(file(scan, all.get(all.size() - 1).n()));
  }

  public Path file(Scan scan, int n) {
    return project.folder().resolve("corrections").resolve(scan.id()).resolve(n + ".nii.gz");
  }

  /**
   * Keeps a new version.
   *
   * @param voxels not 0 inside, x fastest, in the scan's own order
   * @throws HttpError if there are more or fewer than the scan has
   */
  public Correction add(Scan scan, byte[] voxels, String reader, String model) {
    if (voxels.length != scan.voxels()) {
      throw HttpError.bad(
          "The mask has %s voxels, but %s has %s (%s)."
              .formatted(voxels.length, scan.id(), scan.voxels(), scan.shape()));
    }
    float[] mask = new float[voxels.length];
    long inside = 0;
    for (int i = 0; i < voxels.length; i++) {
      mask[i] = voxels[i] == 0 ? 0 : 1;
      inside += voxels[i] == 0 ? 0 : 1;
    }
    Volume volume = project.scans().read(scan).withVoxels(mask);
    return keep(scan, volume, inside, reader, model);
  }

  /** As {@link #add(Scan, byte[], String, String)}, from a mask on the scan's grid. */
  public Correction add(Scan scan, Volume mask, String reader, String model) {
    if (!mask.geometry().sameShape(project.scans().read(scan).geometry())) {
      throw HttpError.bad(
          "The mask is %s, but %s is %s."
              .formatted(mask.geometry().shapeText(), scan.id(), scan.shape()));
    }
    byte[] voxels = new byte[mask.voxels().length];
    for (int i = 0; i < voxels.length; i++) {
      voxels[i] = (byte) (mask.voxels()[i] > 0 ? 1 : 0);
    }
    return add(scan, voxels, reader, model);
  }

  /** Removes the versions of a scan that is taken out. */
  public void remove(Scan scan) throws IOException {
    Folders.remove(project.folder().resolve("corrections").resolve(scan.id()));
  }

  private synchronized Correction keep(
      Scan scan, Volume mask, long inside, String reader, String model) {
    int n = of(scan).size() + 1;
    NiftiFile.overwrite(file(scan, n), mask, DataType.UINT8);
    Instant now = Instant.now();
    project
        .database()
        .run(
            "INSERT INTO correction(scan, n, reader, model, voxels, at) VALUES(?, ?, ?, ?, ?, ?)",
            scan.id(),
            n,
            reader,
            model,
            inside,
            now.toEpochMilli());
    return new Correction(n, reader, model, now.toString(), inside);
  }
}
