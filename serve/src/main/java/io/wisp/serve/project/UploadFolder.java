package io.wisp.serve.project;

import io.wisp.UserError;
import io.wisp.base.Folders;
import io.wisp.serve.http.UploadLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The folder of one upload, {@code scans/N}: files come in, scans stay. */
public final class UploadFolder {
  private final Path path;

  private UploadFolder(Path path) {
    this.path = path;
  }

  /** A new folder. */
  public static UploadFolder create(Project project) throws IOException {
    Files.createDirectories(project.uploads());
    for (int n = 1; ; n++) {
      Path path = project.uploads().resolve("upload-" + n);
      if (!Files.exists(path)) {
        return new UploadFolder(Files.createDirectory(path));
      }
    }
  }

  public Path path() {
    return path;
  }

  /** Unpacks archives, adds the scans, and removes what is none. */
  public ScanTable.Added add(
      ScanTable scans, List<Path> files, UploadLimits limits, Consumer<Scan> each)
      throws IOException {
    List<Refused> refused = new ArrayList<>(new Unzip(limits).all(path, files));
    ScanTable.Added added;
    try {
      added = scans.addFolder(path, Optional.empty(), each);
    } catch (UserError e) {
      added = new ScanTable.Added(List.of(), refused.isEmpty() ? noScan(e) : List.of());
    }
    List<Path> used = added.added().stream().map(scans::path).toList();
    removeOthers(used);
    refused.addAll(added.refused());
    return new ScanTable.Added(added.added(), refused);
  }

  private List<Refused> noScan(UserError error) throws IOException {
    try (Stream<Path> all = Files.walk(path)) {
      return all.filter(Files::isRegularFile)
          .limit(100)
          .map(file -> new Refused(Folders.relative(path, file), error.getMessage()))
          .toList();
    }
  }

  private void removeOthers(List<Path> used) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(path)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      if (used.stream().noneMatch(one -> file.startsWith(one) || isPair(one, file))) {
        Files.delete(file);
      }
    }
    removeEmpty();
  }

  /** The voxels that belong to a header of NIfTI. */
  private static boolean isPair(Path header, Path file) {
    String stem = io.wisp.volume.Volumes.stem(header);
    return header.getParent().equals(file.getParent())
        && file.getFileName()
            .toString()
            .matches(java.util.regex.Pattern.quote(stem) + "\\.img(\\.gz)?");
  }

  private void removeEmpty() throws IOException {
    List<Path> folders;
    try (Stream<Path> all = Files.walk(path)) {
      folders = all.filter(Files::isDirectory).sorted(java.util.Comparator.reverseOrder()).toList();
    }
    for (Path folder : folders) {
      if (Folders.isEmpty(folder)) {
        Files.delete(folder);
      }
    }
  }
}
