package io.wisp.bench;

import io.wisp.engine.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The roofline as tables.
 *
 * @param rows of each way to compute
 * @param bandwidth bytes a second of the best copy
 */
record RooflineText(Map<Lane, List<RooflineRow>> rows, double bandwidth) {
  private static final double GIGA = 1e9;
  private static final double MEGA = 1e6;
  private static final double MILLI = 1e-3;

  String text() {
    List<String> lines = new ArrayList<>();
    lines.add(line("Best copy: %.1f GB/s.", bandwidth / GIGA));
    rows.forEach((lane, measured) -> lines.addAll(table(lane, measured)));
    return String.join(System.lineSeparator(), lines);
  }

  private List<String> table(Lane lane, List<RooflineRow> measured) {
    double peak = peak(lane.format().precision());
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        line(
            "%s; the ceiling of this number format, its fastest convolution here: %.0f GFLOP/s",
            lane.text(), peak / GIGA));
    lines.add(
        line(
            "%-26s %5s %9s %9s %9s %9s %9s  %s",
            "layer", "times", "GFLOP", "MB", "ms", "GFLOP/s", "GB/s", "of the ceiling"));
    for (RooflineRow row : measured) {
      lines.add(
          line(
              "%-26s %5s %9.3f %9.2f %9.3f %9.0f %9.1f  %3.0f %% of %s",
              row.layer(),
              row.count() == 0 ? "" : row.count(),
              row.operations() / GIGA,
              row.bytes() / MEGA,
              row.seconds() / MILLI,
              row.rate() / GIGA,
              row.bytes() / row.seconds() / GIGA,
              100 * row.share(peak, bandwidth),
              row.boundByMemory(peak, bandwidth) ? "memory" : "arithmetic"));
    }
    double operations = measured.stream().mapToDouble(row -> row.count() * row.operations()).sum();
    double seconds = measured.stream().mapToDouble(row -> row.count() * row.seconds()).sum();
    lines.add(
        line(
            "all convolutions of a forward: %.1f GFLOP in %.0f ms, %.0f GFLOP/s, %.0f %% of the ceiling",
            operations / GIGA,
            seconds / MILLI,
            operations / seconds / GIGA,
            100 * operations / seconds / peak));
    return lines;
  }

  /** Operations a second of the fastest convolution in a number format, whatever its layout. */
  private double peak(Precision precision) {
    return rows.entrySet().stream()
        .filter(entry -> entry.getKey().format().precision() == precision)
        .flatMap(entry -> entry.getValue().stream())
        .filter(row -> row.count() > 0)
        .mapToDouble(RooflineRow::rate)
        .max()
        .orElseThrow();
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
