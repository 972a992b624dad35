package io.wisp.base;

import io.wisp.BadFile;
import io.wisp.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Makes, lists and removes folders. */
public final class Folders {
  private Folders() {}

  /**
   * Makes a folder and its parents; an existing one stays.
   *
   * @throws UserError if that fails
   */
  public static void make(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new BadFile(folder, "cannot make the folder %s: %s".formatted(folder, e), e);
    }
  }

  /**
   * Checks early that a folder can be made and written to; makes nothing.
   *
   * @return the folder
   * @throws UserError if not
   */
  public static Path requireWritable(Path folder) {
    Path existing = nearestExisting(folder);
    if (!Files.isDirectory(existing)) {
      throw new BadFile(
          folder,
          "nothing can be written to %s, since %s is a file: choose another place."
              .formatted(folder, existing));
    }
    if (!Files.isWritable(existing)) {
      throw new BadFile(
          folder,
          "nothing can be written to %s, since you may not write to %s: choose another place."
              .formatted(folder, existing));
    }
    return folder;
  }

  /** A folder if it exists, else its nearest parent that does. */
  static Path nearestExisting(Path folder) {
    Path existing = folder.toAbsolutePath().normalize();
    while (!Files.exists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    return existing;
  }

  /** The visible files directly in a folder, sorted by name; none if there is no such folder. */
  public static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found
          .filter(file -> Files.isRegularFile(file) && !name(file).startsWith("."))
          .sorted(Comparator.comparing(Folders::name))
          .toList();
    } catch (IOException e) {
      throw new BadFile(
          folder, "cannot list the folder %s: %s".formatted(folder, e.getMessage()), e);
    }
  }

  /**
   * The folder of a name in a folder, in any letter case.
   *
   * @return the path by that name, which need not exist, if there is none in another case
   * @throws UserError if there are two that differ in case only
   */
  public static Path child(Path folder, String name) {
    if (name.isEmpty() || !Files.isDirectory(folder)) {
      return folder.resolve(name);
    }
    List<Path> found =
        within(folder, 1).stream().skip(1).filter(one -> name(one).equalsIgnoreCase(name)).toList();
    if (found.size() > 1) {
      throw new BadFile(
          folder,
          "%s has two folders called %s, in different letter case: rename one"
              .formatted(folder, name));
    }
    return found.isEmpty() ? folder.resolve(name) : found.get(0);
  }

  /**
   * A path in a folder, as files hold it: with {@code /} between the parts; empty for the folder.
   */
  public static String relative(Path folder, Path path) {
    return folder.toAbsolutePath().relativize(path.toAbsolutePath()).toString().replace('\\', '/');
  }

  /** A file's name without its ending. */
  public static String stem(Path file) {
    int dot = name(file).lastIndexOf('.');
    return dot < 1 ? name(file) : name(file).substring(0, dot);
  }

  /** Whether a folder has no visible content, or does not exist. */
  public static boolean isEmpty(Path folder) {
    if (!Files.isDirectory(folder)) {
      return true;
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found.allMatch(path -> name(path).startsWith("."));
    } catch (IOException e) {
      throw new BadFile(
          folder, "cannot list the folder %s: %s".formatted(folder, e.getMessage()), e);
    }
  }

  /** A folder and the visible folders in it down to a depth, sorted. */
  public static List<Path> within(Path root, int depth) {
    List<Path> found = new ArrayList<>();
    gather(root, depth, found);
    return found;
  }

  private static void gather(Path folder, int depth, List<Path> found) {
    found.add(folder);
    if (depth == 0) {
      return;
    }
    try (Stream<Path> inside = Files.list(folder)) {
      List<Path> folders =
          inside.filter(path -> Files.isDirectory(path) && !name(path).startsWith(".")).toList();
      folders.stream()
          .sorted(Comparator.comparing(Folders::name))
          .forEach(path -> gather(path, depth - 1, found));
    } catch (IOException | UncheckedIOException e) {
      throw new BadFile(
          folder, "cannot list the folder %s: %s".formatted(folder, e.getMessage()), e);
    }
  }

  /** Removes a folder and its parents, up to one that stays, as long as they are empty. */
  static void removeEmpty(Path folder, Path staying) {
    Path last = folder.toAbsolutePath().normalize();
    try {
      while (!last.equals(staying)) {
        Files.deleteIfExists(last);
        last = last.getParent();
      }
    } catch (IOException e) {
      return; // not empty
    }
  }

  /** Removes a folder and its content, if it exists. */
  public static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(folder)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
