package io.wisp.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.wisp.base.SettingsTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The demo's last words: rules that learn nothing beside what was learned. */
final class DemoTable {
  private DemoTable() {}

  /**
   * A line a method, in the order of the evaluation.
   *
   * @param summary the evaluation's {@code summary.json}
   */
  static String of(Path summary) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of("held-out patients", "Dice, slices", "Dice, scans", "healthy slices with a mask"));
    for (JsonNode entry : read(summary)) {
      JsonNode slices = entry.at("/whole_scans/slices");
      rows.add(
          List.of(
              entry.at("/setting/name").asText(),
              dice(entry.at("/summary/dice/mean")),
              dice(entry.at("/whole_scans/dice")),
              "%s of %s"
                  .formatted(
                      slices.path("healthy_outlined").asInt(), slices.path("healthy").asInt())));
    }
    return TextTable.of(rows);
  }

  private static String dice(JsonNode number) {
    return String.format(Locale.ROOT, "%.3f", number.asDouble());
  }

  private static JsonNode read(Path summary) {
    try {
      return SettingsTree.JSON.readTree(summary.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + summary, e);
    }
  }
}
