package io.wisp.base;

import io.wisp.BadFile;
import io.wisp.FolderInUse;
import io.wisp.UserError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reserves a folder for one piece of work: whoever writes to a folder over a long time takes its
 * lock first. Reading needs none. The lock ends with its process, however that ends.
 *
 * <pre>{@code
 * try (FolderLock lock = FolderLock.in(run)) {
 *   // write to the folder
 * }
 * }</pre>
 *
 * Meanwhile a hidden file says which process has the folder, on which host and since when. Folders
 * created for it that stay empty are removed with it. On a file system without locks there is only
 * a warning.
 *
 * <p>Whoever took it closes it, from any thread; closing it again does nothing.
 */
public final class FolderLock implements AutoCloseable {
  /**
   * The locked files of this process. POSIX locks belong to the process, not to the channel, and
   * are lost when the process closes the file anywhere: so no file may be opened twice here.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final Path existed;
  private final Optional<FileChannel> channel;
  private final AtomicBoolean closed = new AtomicBoolean();

  private FolderLock(Path file, Path existed, Optional<FileChannel> channel) {
    this.file = file;
    this.existed = existed;
    this.channel = channel;
  }

  /**
   * Locks a folder, by a file {@code .lock} in it.
   *
   * @throws UserError if another process, or another piece of work of this one, has the folder
   */
  public static FolderLock in(Path folder) {
    return take(folder, folder.toAbsolutePath().resolve(".lock"));
  }

  /**
   * Locks a folder that will itself be moved or removed, by a file {@code .NAME.lock} beside it.
   *
   * @throws UserError if another process, or another piece of work of this one, has the folder
   */
  public static FolderLock beside(Path folder) {
    Path place = folder.toAbsolutePath().normalize();
    return take(folder, place.resolveSibling("." + place.getFileName() + ".lock"));
  }

  private static FolderLock take(Path folder, Path file) {
    Path nearest = Folders.nearestExisting(file.getParent());
    Folders.make(file.getParent());
    try {
      Path existed = nearest.toRealPath();
      Path real = file.getParent().toRealPath().resolve(file.getFileName());
      if (!HELD.add(real)) {
        throw new FolderInUse(
            folder,
            "The folder %s is in use by this process: give each piece of work its own folder."
                .formatted(folder));
      }
      try {
        Optional<FileChannel> channel = LockFile.of(folder, real).take();
        return new FolderLock(real, existed, channel);
      } catch (IOException | RuntimeException e) {
        HELD.remove(real);
        throw e;
      }
    } catch (IOException e) {
      throw new BadFile(
          folder, "cannot lock the folder %s for writing: %s".formatted(folder, e), e);
    }
  }

  /** Releases the folder. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    channel.ifPresent(locked -> LockFile.release(file, locked));
    HELD.remove(file);
    Folders.removeEmpty(file.getParent(), existed);
  }
}
