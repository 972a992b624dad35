package io.wisp.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the operating system reports of the processor.
 *
 * @param model the processor's name, or "unknown"
 * @param flags its instruction sets, as Linux names them; empty if unknown
 */
public record CpuFeatures(String model, List<String> flags) {
  private static final Path CPUINFO = Path.of("/proc/cpuinfo");

  /** What {@code ONEDNN_MAX_CPU_ISA} must name for oneDNN to multiply bfloat16. */
  private static final List<String> BFLOAT16_LIMITS =
      List.of("BF16", "FP16", "AMX", "AVX10", "ALL", "DEFAULT");

  public CpuFeatures {
    flags = List.copyOf(flags);
  }

  /** Reads the features of this machine; none if they cannot be read. */
  public static CpuFeatures detect() {
    if (!Files.isReadable(CPUINFO)) {
      return new CpuFeatures(System.getProperty("os.arch"), List.of());
    }
    try {
      List<String> lines = Files.readAllLines(CPUINFO);
      return new CpuFeatures(field(lines, "model name"), List.of(field(lines, "flags").split(" ")));
    } catch (IOException unreadable) {
      return new CpuFeatures("unknown", List.of());
    }
  }

  /** Whether it multiplies bfloat16 in hardware (AVX512-BF16 or AMX). */
  public boolean bfloat16() {
    return flags.contains("avx512_bf16") || amx();
  }

  /** Whether it has matrix tiles. */
  public boolean amx() {
    return flags.contains("amx_bf16");
  }

  /** Whether it multiplies bfloat16, and the environment does not keep LibTorch from it. */
  public boolean computesBfloat16() {
    return bfloat16() && limit().isEmpty();
  }

  /** The variable, such as {@code ONEDNN_MAX_CPU_ISA=AVX2}, that keeps LibTorch from bfloat16. */
  public Optional<String> limit() {
    return Stream.of("ONEDNN_MAX_CPU_ISA", "DNNL_MAX_CPU_ISA")
        .filter(name -> System.getenv(name) != null && withoutBfloat16(System.getenv(name)))
        .map(name -> name + "=" + System.getenv(name))
        .findFirst();
  }

  private static boolean withoutBfloat16(String limit) {
    String upper = limit.toUpperCase(Locale.ROOT);
    return BFLOAT16_LIMITS.stream().noneMatch(upper::contains);
  }

  private static String field(List<String> lines, String name) {
    return lines.stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }
}
