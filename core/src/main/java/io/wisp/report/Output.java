package io.wisp.report;

import io.wisp.base.AtomicFile;
import io.wisp.base.Folders;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Writes whole files in place of older ones, and makes the folders they need. */
final class Output {
  private Output() {}

  static void write(Path file, byte[] bytes) {
    Folders.make(file.toAbsolutePath().getParent());
    AtomicFile.replace(
        file,
        channel -> {
          ByteBuffer left = ByteBuffer.wrap(bytes);
          while (left.hasRemaining()) {
            channel.write(left);
          }
        });
  }
}
