package io.wisp.nifti;

import io.wisp.BadFile;
import io.wisp.base.CloseOnFailure;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file that may be compressed with gzip, which its first bytes tell, not its name.
 *
 * @param size bytes on disk
 */
record PackedFile(Path path, long size, boolean gzip) {
  /** Deflate cannot pack more than this many bytes into one. */
  private static final long LARGEST_RATIO = 1032;

  private static final int BUFFER = 1 << 16;

  /**
   * @throws BadFile if the file is missing, empty, a folder or not to be read
   */
  static PackedFile of(Path path) {
    if (Files.isDirectory(path)) {
      throw new BadFile(path, path + " is a folder, not a scan: name a file in it.");
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] start = in.readNBytes(2);
      if (start.length == 0) {
        throw new BadFile(path, path + " is empty: fetch it again.");
      }
      boolean gzip = start.length == 2 && start[0] == 0x1F && start[1] == (byte) 0x8B;
      return new PackedFile(path, Files.size(path), gzip);
    } catch (IOException e) {
      throw failure(path, e);
    }
  }

  InputStream open() throws IOException {
    try (CloseOnFailure opened = new CloseOnFailure()) {
      InputStream raw = opened.add(Files.newInputStream(path));
      InputStream in =
          gzip ? new GZIPInputStream(new BufferedInputStream(raw, BUFFER), BUFFER) : raw;
      opened.keep();
      return in;
    }
  }

  /** Whether the file can hold so many bytes at all, once unpacked; cheap, reads nothing. */
  boolean canHold(long bytes) {
    return gzip ? bytes / LARGEST_RATIO <= size : bytes <= size;
  }

  BadFile failure(IOException cause) {
    return failure(path, cause);
  }

  private static BadFile failure(Path path, IOException cause) {
    if (cause instanceof NoSuchFileException || cause instanceof FileNotFoundException) {
      return new BadFile(path, path + " does not exist: check the path.", cause);
    }
    if (cause instanceof AccessDeniedException) {
      return new BadFile(path, path + " may not be read: check its permissions.", cause);
    }
    if (cause instanceof EOFException) {
      return new BadFile(path, path + " ends too early: it is cut off, fetch it again.", cause);
    }
    if (cause instanceof ZipException) {
      return new BadFile(
          path,
          "%s is damaged, its compressed data do not unpack (%s): fetch it again."
              .formatted(path, cause.getMessage()),
          cause);
    }
    return new BadFile(path, "%s cannot be read: %s.".formatted(path, cause.getMessage()), cause);
  }
}
