package io.wisp.volume;

import io.wisp.UserError;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Collects the scans under a folder; follows links, passes over hidden files. */
final class VolumeSearch extends SimpleFileVisitor<Path> {
  private static final Logger LOG = LoggerFactory.getLogger(VolumeSearch.class);

  private final TreeSet<Path> found = new TreeSet<>();

  private VolumeSearch() {}

  static List<Path> in(Path folder) {
    VolumeSearch search = new VolumeSearch();
    try {
      Files.walkFileTree(
          folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, search);
    } catch (IOException e) {
      throw new UserError("The folder %s cannot be searched: %s.".formatted(folder, e), e);
    }
    return List.copyOf(search.found);
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    boolean hidden = file.getFileName().toString().startsWith(".");
    if (!hidden && NiftiName.matches(file) && !NiftiName.isImageOfHeader(file)) {
      found.add(file);
    } else if (DicomFolder.hasLikelyName(file)
        && !found.contains(file.getParent())
        && DicomFolder.isImage(file)) {
      found.add(file.getParent());
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException cause) {
    LOG.warn("{} is passed over: {}", file, cause.toString());
    return FileVisitResult.CONTINUE;
  }
}
