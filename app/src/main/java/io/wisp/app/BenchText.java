package io.wisp.app;

import io.wisp.benchmark.BenchmarkReport;
import io.wisp.benchmark.BenchmarkReport.ConvolutionShare;
import io.wisp.benchmark.BenchmarkReport.Measurement;
import io.wisp.benchmark.BenchmarkReport.MemoryPeak;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code wisp bench} prints for people. */
final class BenchText {
  private static final double MEGA = 1e6;
  private static final double GIGA = 1e9;
  private static final double GIB = 1 << 30;

  private BenchText() {}

  static String of(String preset, BenchmarkReport report) {
    List<String> parts = new ArrayList<>();
    parts.add(
        text(
            "The network of %s: %.1f million parameters, %.1f GFLOP in the convolutions of a"
                + " forward of one image.",
            preset, report.parameters() / MEGA, report.operations() / GIGA));
    if (!report.measurements().isEmpty()) {
      parts.add(times(report.measurements()));
    }
    if (!report.convolutions().isEmpty()) {
      parts.add(convolutions(report));
    }
    if (!report.memory().isEmpty()) {
      parts.add(memory(report.memory()));
    }
    if (!report.notes().isEmpty()) {
      parts.add(String.join(System.lineSeparator(), report.notes()));
    }
    return String.join(System.lineSeparator().repeat(2), parts);
  }

  private static String times(List<Measurement> measurements) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of("", "format", "seconds", "per", "a second", "x float32", "runs, least - most"));
    for (Measurement m : measurements) {
      rows.add(
          List.of(
              m.task(),
              name(m.precision()),
              number(m.secondsPerUnit()),
              m.unit(),
              number(m.unitsPerSecond()),
              text("%.2f", m.speedup()),
              text(
                  "%d, %s - %s",
                  m.timing().runs(), number(m.timing().least()), number(m.timing().most()))));
    }
    return TextTable.of(rows);
  }

  private static String convolutions(BenchmarkReport report) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("one image", "whole forward", "convolutions alone", "share of their rate"));
    for (ConvolutionShare share : report.convolutions()) {
      rows.add(
          List.of(
              name(share.precision()) + ", " + name(share.form()),
              rate(report.operations(), share.forward()),
              rate(report.operations(), share.alone()),
              text("%.0f %%", 100 * share.share())));
    }
    return TextTable.of(rows);
  }

  private static String rate(double operations, double seconds) {
    return text("%.0f GFLOP/s", operations / seconds / GIGA);
  }

  private static String memory(List<MemoryPeak> peaks) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("peak resident memory", "format", "GiB"));
    for (MemoryPeak peak : peaks) {
      rows.add(List.of(peak.task(), name(peak.precision()), text("%.2f", peak.bytes() / GIB)));
    }
    return TextTable.of(rows);
  }

  static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Three digits that count. */
  private static String number(double value) {
    int decimals = (int) Math.max(0, 2 - Math.floor(Math.log10(Math.max(value, 1e-6))));
    return text("%." + decimals + "f", value);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
