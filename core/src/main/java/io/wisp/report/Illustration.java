package io.wisp.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pictures beside a result that took long. A picture that cannot be drawn or written must not lose
 * the result: it is only a warning. If parts of Java's graphics are missing, they throw errors, not
 * exceptions.
 */
public final class Illustration {
  private static final Logger LOG = LoggerFactory.getLogger(Illustration.class);

  private Illustration() {}

  /**
   * Draws and writes a picture; if that fails, warns and removes an older one, which belongs to
   * another result.
   *
   * @param drawing draws, too, and writes to the file it is given
   */
  public static void write(Path file, Consumer<Path> drawing) {
    try {
      drawing.accept(file);
    } catch (CancellationException stopped) {
      throw stopped;
    } catch (RuntimeException | Error e) {
      LOG.warn("only {} is missing, which cannot be drawn: {}", file.getFileName(), e.toString());
      LOG.info("{}", file, e);
      remove(file);
    }
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("{} is that of an older result: {}", file, e.toString());
    }
  }
}
