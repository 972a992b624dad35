package io.wisp.base;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wisp.FolderInUse;
import io.wisp.UserError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file behind a {@link FolderLock}: {@code PID HOST TIME} of its holder. The operating system
 * frees it when the holder dies, so one that a killed process left does not count.
 *
 * <p>It is removed when it is released. Another process may have opened it before that, and lock it
 * after: so its last content is {@code released}, and whoever locks such a file opens the new one.
 *
 * @param folder for messages
 * @param file whose folder is made if it is missing
 */
record LockFile(Path folder, Path file, Locking locking) {
  /** Locks a byte of a file; returns null if another process has it. */
  @FunctionalInterface
  interface Locking {
    FileLock tryLock(FileChannel channel, long position) throws IOException;
  }

  private static final Logger LOG = LoggerFactory.getLogger(LockFile.class);

  /** Far beyond the text, since on Windows nobody else can read what is locked. */
  private static final long LOCKED_BYTE = 1L << 30;

  private static final String RELEASED = "released";
  private static final int ATTEMPTS = 10;
  private static final Duration PAUSE = Duration.ofMillis(20);

  static LockFile of(Path folder, Path file) {
    return new LockFile(folder, file, (channel, position) -> channel.tryLock(position, 1, false));
  }

  /**
   * Locks the file.
   *
   * @return the channel to give to {@link #release}; empty if the file system has no locks
   * @throws UserError if another process has it
   */
  Optional<FileChannel> take() throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      FileChannel channel = open();
      boolean taken = false;
      try {
        if (!lock(channel)) {
          Files.deleteIfExists(file);
          return Optional.empty();
        }
        if (!text(channel).equals(RELEASED)) {
          write(channel, holder());
          taken = true;
          return Optional.of(channel);
        }
      } finally {
        if (!taken) {
          channel.close();
        }
      }
    }
    throw new IOException(file + " is removed again and again");
  }

  /**
   * The folder may be removed meanwhile; on Windows a removed file blocks its name for a moment.
   */
  private FileChannel open() throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        Folders.make(file.getParent());
        return FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      } catch (NoSuchFileException | AccessDeniedException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  /** Whether it was locked; false if the file system has no locks. */
  private boolean lock(FileChannel channel) throws IOException {
    try {
      if (locking.tryLock(channel, LOCKED_BYTE) != null) {
        return true;
      }
    } catch (OverlappingFileLockException e) {
      LOG.debug("{} is locked by this process", file, e);
    } catch (IOException e) {
      LOG.warn(
          "{} cannot be locked ({}): make sure that no other process writes to it meanwhile.",
          folder,
          e.getMessage());
      return false;
    }
    throw new FolderInUse(
        folder,
        "The folder %s is in use%s. Wait until that ends, stop it, or choose another folder."
            .formatted(folder, by(text(channel))));
  }

  private static String by(String holder) {
    String[] facts = holder.split(" ");
    return facts.length == 3
        ? ": process %s on %s has been writing to it since %s"
            .formatted(facts[0], facts[1], facts[2])
        : " by another process";
  }

  private static String holder() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    return "%s %s %s".formatted(ProcessHandle.current().pid(), host(), now);
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  private static String text(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(1024);
    channel.read(bytes, 0);
    return UTF_8.decode(bytes.flip()).toString();
  }

  private static void write(FileChannel channel, String text) throws IOException {
    channel.truncate(0);
    channel.write(UTF_8.encode(text), 0);
  }

  /** Removes the file and frees it. */
  static void release(Path file, FileChannel channel) {
    try (channel) {
      Files.deleteIfExists(file);
      write(channel, RELEASED);
    } catch (IOException e) {
      LOG.warn("{} cannot be removed ({}); it does no harm.", file, e.getMessage());
    }
  }
}
