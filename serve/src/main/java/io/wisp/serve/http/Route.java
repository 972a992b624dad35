package io.wisp.serve.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path that is answered.
 *
 * @param method of HTTP, in capitals
 * @param path such as {@code /api/scans/{id}}: parts in braces are any text without a slash
 * @param about one line for the description of the API
 * @param action what it does
 */
public record Route(String method, String path, String about, Action action) {

  /** The parts of a path, if it is this route's: the texts by the names in braces. */
  Optional<Map<String, String>> match(List<String> parts) {
    List<String> own = parts(path);
    if (own.size() != parts.size()) {
      return Optional.empty();
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < own.size(); i++) {
      String part = own.get(i);
      if (part.startsWith("{")) {
        values.put(name(part), parts.get(i));
      } else if (!part.equals(parts.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }

  /** The names in braces, in order. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    parts(path).stream()
        .filter(part -> part.startsWith("{"))
        .forEach(part -> names.add(name(part)));
    return names;
  }

  private static String name(String part) {
    return part.substring(1, part.length() - 1);
  }

  static List<String> parts(String path) {
    return List.of(path.split("/", -1)).stream().skip(1).toList();
  }
}
