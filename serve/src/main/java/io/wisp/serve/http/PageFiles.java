package io.wisp.serve.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;

/** The files of the page, from the class path: {@code /page/}. */
final class PageFiles {
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("map", "application/json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("wasm", "application/wasm"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("txt", "text/plain; charset=utf-8"));

  private static final String NO_PAGE =
      "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Wisp</title>"
          + "<p>The server runs, but this build has no page. "
          + "<a href=\"/api/openapi.json\">The API</a> answers.</p></html>";

  void send(String method, String path, Call call) throws IOException {
    if (!method.equals("GET") && !method.equals("HEAD")) {
      throw new HttpError(405, "%s is only for GET.".formatted(path));
    }
    String name = path.equals("/") ? "/index.html" : path;
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String type = TYPES.get(ending);
    boolean plain = name.matches("(/[A-Za-z0-9][A-Za-z0-9._-]*)+");
    call.with("Cache-Control", "no-cache");
    try (InputStream in =
        plain && type != null ? PageFiles.class.getResourceAsStream("/page" + name) : null) {
      if (in != null) {
        call.send(type, in.readAllBytes());
      } else if (path.equals("/")) {
        call.send(TYPES.get("html"), NO_PAGE);
      } else {
        throw HttpError.missing("There is no page %s.".formatted(path));
      }
    }
  }
}
