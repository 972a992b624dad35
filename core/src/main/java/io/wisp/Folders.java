package io.wisp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders that results go to. */
public final class Folders {
  private Folders() {}

  /**
   * Makes a folder and those above it; one that is there stays.
   *
   * @throws UserError if that cannot be
   */
  public static void make(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UserError("cannot make the folder %s: %s".formatted(folder, e), e);
    }
  }

  /**
   * Finds out, before there is anything to write, whether a folder can be made and written to;
   * makes nothing.
   *
   * @return the folder
   * @throws UserError if not
   */
  public static Path requireWritable(Path folder) {
    Path existing = folder.toAbsolutePath().normalize();
    while (!Files.exists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    if (!Files.isDirectory(existing)) {
      throw new UserError(
          "nothing can be written to %s, since %s is a file: choose another place."
              .formatted(folder, existing));
    }
    if (!Files.isWritable(existing)) {
      throw new UserError(
          "nothing can be written to %s, since you may not write to %s: choose another place."
              .formatted(folder, existing));
    }
    return folder;
  }
}
