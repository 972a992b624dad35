package io.wisp.report;

import io.wisp.base.AtomicFile;
import io.wisp.base.Folders;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Writes whole files, and makes the folders they need. */
final class Output {
  private Output() {}

  static void write(Path file, byte[] bytes, IfExists ifExists) {
    AtomicFile.Content content =
        channel -> {
          ByteBuffer left = ByteBuffer.wrap(bytes);
          while (left.hasRemaining()) {
            channel.write(left);
          }
        };
    Folders.make(file.toAbsolutePath().getParent());
    switch (ifExists) {
      case FAIL -> AtomicFile.create(file, content);
      case REPLACE -> AtomicFile.replace(file, content);
    }
  }
}
