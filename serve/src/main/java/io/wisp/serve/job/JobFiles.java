package io.wisp.serve.job;

import io.wisp.base.AtomicFile;
import io.wisp.base.Folders;
import io.wisp.dataset.NamedScan;
import io.wisp.nifti.DataType;
import io.wisp.nifti.NiftiFile;
import io.wisp.serve.project.Project;
import io.wisp.serve.project.Scan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The files of jobs in a project's folder, and the scans by names that commands find them by. */
public final class JobFiles {
  private final Project project;

  public JobFiles(Project project) {
    this.project = project;
  }

  Path folder(long job) {
    return project.folder().resolve("jobs").resolve(Long.toString(job));
  }

  Path log(long job) {
    return folder(job).resolve("log.txt");
  }

  public Path model(String name) {
    return project.folder().resolve("models").resolve(name);
  }

  public Path outlines(String model) {
    return project.folder().resolve("outlines").resolve(model);
  }

  /** What commands call the scan's kind: that of all, or plain "scan" if there are several. */
  static String kindOf(List<Scan> scans) {
    Set<String> kinds = new TreeSet<>(scans.stream().map(Scan::kind).toList());
    return kinds.size() == 1 ? kinds.iterator().next() : "scan";
  }

  /** What `wisp segment` calls the outline of a scan. */
  public static String outlineName(Scan scan, String kind) {
    Path file = Path.of(fileName(scan, kind, ".nii.gz"));
    return NamedScan.of(List.of(file), List.of(kind)).get(0).name();
  }

  private static String fileName(Scan scan, String kind, String ending) {
    return scan.id() + "_" + kind + ending;
  }

  /** The table of labels to learn from. */
  void writeLabels(long job, String csv) {
    Folders.make(folder(job));
    AtomicFile.replaceText(folder(job).resolve("labels.csv"), csv);
  }

  /** Adds a line to the log of a job. */
  void note(long job, String line) {
    try {
      Files.writeString(
          log(job), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fills {@code jobs/N/scans} with a folder for each case. */
  void linkCases(long job, List<Scan> scans, String kind) throws IOException {
    Path cases = emptied(folder(job).resolve("scans"));
    for (Scan scan : scans) {
      Path own = Files.createDirectories(cases.resolve(scan.id()));
      link(scan, kind, own);
    }
  }

  /** Fills {@code jobs/N/outline} with the scans to outline. */
  void linkScans(long job, List<Scan> scans, String kind) throws IOException {
    Path all = emptied(folder(job).resolve("outline"));
    for (Scan scan : scans) {
      link(scan, kind, all);
    }
  }

  private static Path emptied(Path folder) throws IOException {
    Folders.remove(folder);
    return Files.createDirectories(folder);
  }

  private void link(Scan scan, String kind, Path folder) throws IOException {
    Path source = project.scans().path(scan);
    String name = source.getFileName().toString().toLowerCase(Locale.ROOT);
    boolean packed = name.endsWith(".nii.gz");
    if (scan.series() != null || !(packed || name.endsWith(".nii"))) {
      source = converted(scan);
      packed = true;
    }
    Path link = folder.resolve(fileName(scan, kind, packed ? ".nii.gz" : ".nii"));
    try {
      Files.createSymbolicLink(link, source);
    } catch (IOException | UnsupportedOperationException e) {
      Files.copy(source, link); // Windows lets few people make links
    }
  }

  /** Removes the copy of a scan. */
  public void forget(Scan scan) throws IOException {
    Files.deleteIfExists(copy(scan));
  }

  private Path copy(Scan scan) {
    return project.folder().resolve("inputs").resolve(scan.id() + ".nii.gz");
  }

  /** The scan as NIfTI, on its own grid. */
  private Path converted(Scan scan) {
    Path file = copy(scan);
    if (!Files.exists(file)) {
      NiftiFile.overwrite(file, project.scans().read(scan), DataType.FLOAT32);
    }
    return file;
  }
}
