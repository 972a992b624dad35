package io.wisp.app;

import com.sun.management.OperatingSystemMXBean;
import io.wisp.base.Version;
import io.wisp.engine.CpuFeatures;
import io.wisp.engine.Engine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a report of a fault should say of the machine, and where Wisp would compute on it.
 *
 * @param wisp version of Wisp
 * @param libtorch version of the engine
 * @param java version and name of the virtual machine
 * @param system operating system, its version, and the architecture
 * @param processor its name
 * @param processors how many of them Java sees
 * @param instructions LibTorch's word for the vector instructions that it uses
 * @param bfloat16 whether the processor multiplies bfloat16 in hardware
 * @param amx whether it has matrix tiles
 * @param cudaDevices CUDA devices that LibTorch sees
 * @param device where the networks compute
 * @param precision number format that they compute in
 * @param reason why there and so
 * @param threads threads of one operator
 * @param threadsReason why so many
 * @param memory physical memory, in bytes
 * @param memoryAvailable what of it programs may still take
 * @param heap the most that Java's heap may grow to; the engine's memory comes on top
 */
record MachineFacts(
    String wisp,
    String libtorch,
    String java,
    String system,
    String processor,
    int processors,
    String instructions,
    boolean bfloat16,
    boolean amx,
    int cudaDevices,
    String device,
    String precision,
    String reason,
    int threads,
    String threadsReason,
    long memory,
    long memoryAvailable,
    long heap) {
  private static final Path MEMINFO = Path.of("/proc/meminfo");

  static MachineFacts of(Engine engine) {
    CpuFeatures cpu = CpuFeatures.detect();
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return new MachineFacts(
        Version.text(),
        Version.libtorch(),
        property("java.runtime.version") + " (" + property("java.vm.name") + ")",
        property("os.name") + " " + property("os.version") + " " + property("os.arch"),
        cpu.model(),
        Runtime.getRuntime().availableProcessors(),
        Engine.cpuCapability(),
        cpu.bfloat16(),
        cpu.amx(),
        Engine.cudaDevices(),
        engine.onCuda() ? "cuda" : "cpu",
        engine.precision().text(),
        engine.reason(),
        engine.threads().count(),
        engine.threads().reason(),
        system.getTotalMemorySize(),
        available(system),
        Runtime.getRuntime().maxMemory());
  }

  /** Linux counts what it would give back from its caches; elsewhere the free memory must do. */
  private static long available(OperatingSystemMXBean system) {
    if (Files.isReadable(MEMINFO)) {
      try (Stream<String> lines = Files.lines(MEMINFO)) {
        long bytes =
            lines
                .filter(line -> line.startsWith("MemAvailable:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElse(system.getFreeMemorySize());
        return Math.min(bytes, system.getTotalMemorySize());
      } catch (IOException e) {
        return system.getFreeMemorySize();
      }
    }
    return system.getFreeMemorySize();
  }

  private static String property(String name) {
    return System.getProperty(name);
  }
}
