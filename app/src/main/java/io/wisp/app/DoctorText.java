package io.wisp.app;

import io.wisp.golden.GoldenResult;
import io.wisp.golden.GoldenSkip;
import io.wisp.golden.GoldenSuite.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code wisp doctor} prints for people. */
final class DoctorText {
  private static final double GIB = 1 << 30;

  private DoctorText() {}

  /** One line for each property of the machine. */
  static String of(MachineFacts facts) {
    return of(facts, List.of());
  }

  /** The same, and a line for each proof of the number format. */
  static String of(MachineFacts facts, List<PresetProof> proofs) {
    List<List<String>> rows = new ArrayList<>(machine(facts));
    for (PresetProof proof : proofs) {
      rows.add(
          List.of(
              "%s, %s".formatted(proof.verdict().precision().text(), proof.preset()),
              (proof.verdict().right() ? "" : "WRONG: ") + proof.verdict().sentence()));
    }
    return TextTable.of(rows);
  }

  private static List<List<String>> machine(MachineFacts facts) {
    return List.of(
        List.of("Wisp", facts.wisp()),
        List.of("LibTorch", facts.libtorch()),
        List.of("Java", facts.java()),
        List.of("System", facts.system()),
        List.of("Processor", processor(facts)),
        List.of("bfloat16", hardware(facts.bfloat16())),
        List.of("AMX", hardware(facts.amx())),
        List.of("CUDA", cuda(facts.cudaDevices())),
        List.of("Computes on", facts.reason()),
        List.of(
            "Threads", "%s per operator (%s)".formatted(facts.threads(), facts.threadsReason())),
        List.of("Memory", memory(facts)));
  }

  /** One row for each quantity, then what was skipped, then the verdict. */
  static String of(Outcome outcome) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("file", "quantity", "computed in", "error", "bound", ""));
    outcome.results().forEach(result -> rows.add(row(result)));
    List<String> lines = new ArrayList<>();
    lines.add(TextTable.of(rows));
    if (!outcome.skipped().isEmpty()) {
      lines.add("");
      lines.add("Skipped:");
      outcome.skipped().forEach(skip -> lines.add(line(skip)));
    }
    lines.add("");
    lines.add(verdict(outcome));
    return String.join(System.lineSeparator(), lines);
  }

  private static List<String> row(GoldenResult result) {
    if (result.note().isPresent()) {
      return List.of(result.file(), result.quantity(), "FAIL: " + result.note().get());
    }
    return List.of(
        result.file(),
        result.quantity(),
        computedIn(result),
        number(result.error()),
        number(result.bound()),
        result.passes() ? "ok" : "FAIL");
  }

  /** The number format of the networks, or Java where no network computed. */
  static String computedIn(GoldenResult result) {
    return result.precision().map(p -> p.name().toLowerCase(Locale.ROOT)).orElse("java");
  }

  private static String line(GoldenSkip skip) {
    return "  %s, %s: %s".formatted(skip.file(), skip.what(), skip.reason());
  }

  private static String verdict(Outcome outcome) {
    int count = outcome.results().size();
    return outcome.passes()
        ? "All %s results lie within their bounds.".formatted(count)
        : "%s of %s results FAIL.".formatted(outcome.failures(), count);
  }

  private static String processor(MachineFacts facts) {
    return "%s, %s %s, %s"
        .formatted(
            facts.processor(),
            facts.processors(),
            facts.processors() == 1 ? "core" : "cores",
            facts.instructions());
  }

  private static String hardware(boolean there) {
    return there ? "in hardware" : "not in hardware";
  }

  private static String cuda(int devices) {
    return devices == 0 ? "no device found" : devices + (devices == 1 ? " device" : " devices");
  }

  private static String memory(MachineFacts facts) {
    return String.format(
        Locale.ROOT,
        "%.1f GiB, %.1f GiB of it available; Java's heap may take %.1f GiB",
        facts.memory() / GIB,
        facts.memoryAvailable() / GIB,
        facts.heap() / GIB);
  }

  private static String number(double value) {
    return value == 0 ? "0" : String.format(Locale.ROOT, "%.1e", value);
  }
}
