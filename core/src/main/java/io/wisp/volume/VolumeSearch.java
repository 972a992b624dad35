package io.wisp.volume;

import io.wisp.BadFile;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Collects the scans under a folder, in every format; follows links. */
final class VolumeSearch extends SimpleFileVisitor<Path> {
  private static final Logger LOG = LoggerFactory.getLogger(VolumeSearch.class);

  private final SortedMap<Path, List<Path>> files = new TreeMap<>();

  private VolumeSearch() {}

  static List<Path> in(Path folder) {
    VolumeSearch search = new VolumeSearch();
    try {
      Files.walkFileTree(
          folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, search);
    } catch (IOException e) {
      throw new BadFile(folder, "The folder %s cannot be searched: %s.".formatted(folder, e), e);
    }
    TreeSet<Path> found = new TreeSet<>();
    search.files.forEach(
        (one, inside) -> {
          List<Path> sorted = inside.stream().sorted().toList();
          Formats.SCANS.forEach(format -> found.addAll(found(format, one, sorted)));
        });
    return List.copyOf(found);
  }

  /** Without what another format reads, such as a DICOM file that is called {@code .img}. */
  private static List<Path> found(ScanFormat format, Path folder, List<Path> files) {
    return format.find(folder, files).stream()
        .filter(path -> Formats.of(path).equals(Optional.of(format)))
        .toList();
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    files.computeIfAbsent(file.getParent(), folder -> new ArrayList<>()).add(file);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException cause) {
    LOG.warn("{} is passed over: {}", file, cause.toString());
    return FileVisitResult.CONTINUE;
  }
}
