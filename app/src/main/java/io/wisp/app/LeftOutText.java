package io.wisp.app;

import io.wisp.dataset.SourceFolder.LeftOut;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a command says of the files and folders that it did not use: how many, by reason. */
final class LeftOutText {
  private static final int SHOWN = 3;

  private LeftOutText() {}

  /**
   * Names some files of each reason, which is told up to its colon.
   *
   * @param list where all of them are listed
   */
  static void print(List<LeftOut> leftOut, String list, PrintWriter out) {
    if (!leftOut.isEmpty()) {
      print(leftOut, ", listed in " + list, SHOWN, out);
    }
  }

  /** Names all files. */
  static void printAll(List<LeftOut> leftOut, PrintWriter out) {
    if (!leftOut.isEmpty()) {
      print(leftOut, "", Integer.MAX_VALUE, out);
    }
  }

  private static void print(List<LeftOut> leftOut, String where, int shown, PrintWriter out) {
    out.printf(
        "Not used: %s%s:%n",
        leftOut.size() == 1 ? "1 file or folder" : leftOut.size() + " files or folders", where);
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    leftOut.forEach(
        one ->
            byReason
                .computeIfAbsent(one.reason().split(": ", 2)[0], why -> new ArrayList<>())
                .add(one.path()));
    byReason.forEach((reason, paths) -> out.println(line(reason, paths, shown)));
  }

  private static String line(String reason, List<String> paths, int shown) {
    String named = String.join(", ", paths.subList(0, Math.min(shown, paths.size())));
    return "  %s, %s: %s%s"
        .formatted(paths.size(), reason, named, paths.size() > shown ? ", …" : "");
  }
}
