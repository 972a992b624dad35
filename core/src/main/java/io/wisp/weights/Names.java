package io.wisp.weights;

import java.util.Map;
import java.util.stream.Collectors;

/** Names from a file, shortened for messages. */
final class Names {
  private static final int SHOWN = 8;
  private static final int LONGEST = 80;

  private Names() {}

  /** The first few keys of the map and how many more there are. */
  static String list(Map<?, ?> map) {
    if (map.isEmpty()) {
      return "nothing";
    }
    String first =
        map.keySet().stream().limit(SHOWN).map(Names::quote).collect(Collectors.joining(", "));
    int more = map.size() - SHOWN;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  /**
   * The text in quotes, truncated if long, without control characters that could disturb a
   * terminal.
   */
  static String quote(Object text) {
    String plain = String.valueOf(text).replaceAll("\\p{Cntrl}", "?");
    String cut = plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
    return "'" + cut + "'";
  }
}
