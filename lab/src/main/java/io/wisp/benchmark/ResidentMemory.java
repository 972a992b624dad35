package io.wisp.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;

/** Resident memory of this process in bytes, of Java and LibTorch, as reported by Linux. */
final class ResidentMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path CLEAR = Path.of("/proc/self/clear_refs");
  private static final String CLEAR_PEAK = "5";
  private static final long KIB = 1024;

  private ResidentMemory() {}

  /** The peak since {@link #restart}; empty if the system does not report it. */
  static OptionalLong peak() {
    return read("VmHWM:");
  }

  /**
   * Returns free memory to the system, and starts a new peak.
   *
   * @return whether the system did so
   */
  static boolean restart() {
    System.gc();
    System.gc(); // what the first one found unused, the second gives back
    Pointer.trimMemory();
    try {
      Files.writeString(CLEAR, CLEAR_PEAK, StandardOpenOption.WRITE);
      return peak().isPresent();
    } catch (IOException unsupported) {
      return false;
    }
  }

  private static OptionalLong read(String field) {
    if (!Files.isReadable(STATUS)) {
      return OptionalLong.empty();
    }
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith(field))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIB)
          .findFirst();
    } catch (IOException unreadable) {
      return OptionalLong.empty();
    }
  }
}
