package io.wisp.serve.api;

import io.wisp.UserError;
import io.wisp.serve.api.ScanRoutes.Phantoms;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How the server runs the commands of Wisp.
 *
 * @param launcher the command line of Wisp itself, before the name of a command
 */
public record Tools(List<String> launcher) {
  public Tools {
    launcher = List.copyOf(launcher);
  }

  Phantoms phantoms() {
    return (folder, count, seed) ->
        run(List.of("phantom", folder.toString(), "--cases", "" + count, "--seed", "" + seed));
  }

  /** The whole command line. */
  public List<String> line(List<String> arguments) {
    List<String> all = new ArrayList<>(launcher);
    all.addAll(arguments);
    return all;
  }

  /** Runs a short command to its end. */
  private void run(List<String> arguments) throws IOException {
    Path log = java.nio.file.Files.createTempFile("wisp-", ".log");
    try {
      Process process =
          new ProcessBuilder(line(arguments))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      process.getOutputStream().close();
      if (process.waitFor() != 0) {
        throw new UserError(
            "`wisp %s` failed: %s"
                .formatted(
                    String.join(" ", arguments), java.nio.file.Files.readString(log).strip()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      java.nio.file.Files.deleteIfExists(log);
    }
  }
}
