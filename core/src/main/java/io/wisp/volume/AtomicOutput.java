package io.wisp.volume;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A file written beside its place under another name, and moved there when it is whole. */
final class AtomicOutput implements AutoCloseable {
  private final Path target;
  private final Path temporary;
  private final OutputStream stream;

  AtomicOutput(Path target) throws IOException {
    this.target = target;
    this.temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
    this.stream = Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW);
  }

  OutputStream stream() {
    return stream;
  }

  /** Puts the file in its place; anything there is replaced. */
  void commit() throws IOException {
    stream.close();
    Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Removes what was not committed. */
  @Override
  public void close() throws IOException {
    stream.close();
    Files.deleteIfExists(temporary);
  }
}
