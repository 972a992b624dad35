package io.wisp.app;

import io.wisp.slices.PrepareSummary;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What {@code wisp prepare} says of a new store. */
final class PrepareText {
  private PrepareText() {}

  static void print(PrepareSummary summary, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%s: %d cases, %d slices of %d classes, %.1f %% positive%n",
        summary.store(),
        summary.cases(),
        summary.slices(),
        summary.classes(),
        percent(summary.positives(), summary.slices()));
    String names =
        summary.classNames().isEmpty() ? "0, 1, …" : String.join(", ", summary.classNames());
    out.printf(
        Locale.ROOT, "%-6s %6s %8s  slices by label: %s%n", "split", "cases", "slices", names);
    for (PrepareSummary.Side side : summary.splits()) {
      out.printf(
          Locale.ROOT,
          "%-6s %6d %8d  %s%n",
          side.split().text(),
          side.cases(),
          side.slices(),
          String.join("  ", side.labels().stream().map(String::valueOf).toList()));
    }
    out.printf(
        "%s slices without content were dropped, %s of them positive.%n",
        summary.dropped(), summary.droppedPositives());
    print(summary.sizes(), out);
    if (summary.vanished() > 0) {
      out.printf(
          "%s slices stay positive although their mask vanishes at this size.%n",
          summary.vanished());
    }
    out.println(summary.masks() ? "Masks are kept." : "No masks are kept: not every case has one.");
    LeftOutText.print(summary.leftOut(), "recipe.json", out);
    Path sheet = summary.store().resolve("contact-sheet.png");
    if (Files.exists(sheet)) {
      out.printf("Look at %s%n", sheet);
    }
  }

  private static void print(PrepareSummary.ObjectSizes sizes, PrintWriter out) {
    if (sizes.positives() > 0) {
      out.printf(
          Locale.ROOT,
          "The object covers %.3g %% of the slice or more on %d of %d positive test slices; the others %s.%n",
          100 * sizes.threshold(),
          sizes.large(),
          sizes.positives(),
          sizes.dropped() ? "were dropped" : "stay (--min-object drops them)");
    }
  }

  private static double percent(int part, int whole) {
    return 100.0 * part / whole;
  }
}
