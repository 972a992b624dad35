package io.wisp.dataset;

import io.wisp.UserError;
import io.wisp.base.Folders;
import io.wisp.dataset.SourceFolder.LeftOut;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds what of a folder is not used: each file, each folder without files, and hidden folders as a
 * whole. Follows links.
 */
final class FolderContents extends SimpleFileVisitor<Path> {
  private final Path root;
  private final Set<Path> used;
  private final Function<Path, Optional<String>> reason;
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final Set<Path> filled = new HashSet<>();

  private FolderContents(
      Path root, Collection<Path> used, Function<Path, Optional<String>> reason) {
    this.root = root;
    this.used = used.stream().map(FolderContents::key).collect(Collectors.toSet());
    this.reason = reason;
  }

  /**
   * @param used files, and folders as a whole
   * @param reason why a visible file is not; empty where nothing is known
   * @return sorted by path
   */
  static List<LeftOut> unused(
      Path root, Collection<Path> used, Function<Path, Optional<String>> reason) {
    FolderContents contents = new FolderContents(root, used, reason);
    try {
      Files.walkFileTree(
          root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, contents);
    } catch (IOException e) {
      throw new UserError("The folder %s cannot be searched: %s.".formatted(root, e), e);
    }
    return contents.leftOut.stream().sorted((a, b) -> a.path().compareTo(b.path())).toList();
  }

  private static Path key(Path path) {
    return path.toAbsolutePath().normalize();
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    if (used.contains(key(folder))) {
      filled.add(folder.getParent());
      return FileVisitResult.SKIP_SUBTREE;
    }
    if (!folder.equals(root) && isHidden(folder)) {
      leaveOut(folder, "hidden");
      return FileVisitResult.SKIP_SUBTREE;
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    filled.add(file.getParent());
    if (!used.contains(key(file))) {
      String why = attributes.isSymbolicLink() ? "a link to nothing" : why(file);
      leaveOut(file, isHidden(file) ? "hidden" : why);
    }
    return FileVisitResult.CONTINUE;
  }

  private String why(Path file) {
    try {
      return reason.apply(file).orElse("no scan in a format that is read");
    } catch (UserError e) {
      return "cannot be read";
    }
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException cause) {
    String why =
        cause instanceof FileSystemLoopException
            ? "a link to a folder that it lies in"
            : "cannot be read";
    leaveOut(file, why);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, IOException cause) throws IOException {
    if (filled.contains(folder)) {
      filled.add(folder.getParent());
    } else if (!folder.equals(root)) {
      leaveOut(folder, "a folder without files");
    }
    return super.postVisitDirectory(folder, cause);
  }

  private void leaveOut(Path path, String why) {
    filled.add(path.getParent());
    leftOut.add(new LeftOut(Folders.relative(root, path), why));
  }

  private static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }
}
