package io.wisp.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Opens the browser of whoever sits at this machine. */
final class Browser {
  private Browser() {}

  /**
   * Opens a link, if there is a screen. The link goes by a file that only its owner can read, since
   * everyone on the machine can read command lines.
   */
  static void open(URI link) {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    boolean linux = !system.contains("mac") && !system.contains("win");
    if (linux && System.getenv("DISPLAY") == null && System.getenv("WAYLAND_DISPLAY") == null) {
      return;
    }
    try {
      Path page = Files.createTempFile("wisp-", ".html"); // readable by its owner only
      page.toFile().deleteOnExit();
      Files.writeString(
          page,
          "<!doctype html><meta charset=\"utf-8\"><meta http-equiv=\"refresh\" content=\"0; url=%s\">"
              .formatted(link));
      List<String> command =
          linux
              ? List.of("xdg-open", page.toString())
              : system.contains("mac")
                  ? List.of("open", page.toString())
                  : List.of("rundll32", "url.dll,FileProtocolHandler", page.toString());
      new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      return; // the link is printed
    }
  }
}
