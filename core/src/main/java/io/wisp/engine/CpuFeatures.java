package io.wisp.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the processor says of itself, as far as the operating system tells.
 *
 * @param model the processor's name, or "unknown"
 * @param bfloat16 whether it multiplies bfloat16 in hardware
 * @param amx whether it has matrix tiles
 */
public record CpuFeatures(String model, boolean bfloat16, boolean amx) {
  private static final Path CPUINFO = Path.of("/proc/cpuinfo");

  /** Reads the features of this machine; where nothing can be read, claims none. */
  public static CpuFeatures detect() {
    if (!Files.isReadable(CPUINFO)) {
      return new CpuFeatures(System.getProperty("os.arch"), false, false);
    }
    try {
      List<String> lines = Files.readAllLines(CPUINFO);
      List<String> flags = List.of(field(lines, "flags").split(" "));
      return new CpuFeatures(
          field(lines, "model name"),
          flags.contains("avx512_bf16") || flags.contains("amx_bf16"),
          flags.contains("amx_bf16"));
    } catch (IOException unreadable) {
      return new CpuFeatures("unknown", false, false);
    }
  }

  private static String field(List<String> lines, String name) {
    return lines.stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }
}
