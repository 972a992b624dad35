package io.wisp.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Wisp in a process of its own.
 *
 * @param log what it says, on both streams
 */
record WispProcess(Process process, Path log) {
  /** For a process of seconds on a core or two: the slower compiler and collector cost less. */
  private static final List<String> BRIEF = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  /** Starts a class in the folder of the log. */
  static WispProcess start(Path log, Class<?> main, List<String> arguments) throws IOException {
    return start(log, of(main, List.of(), arguments));
  }

  /** Starts what is not started yet in the folder of the log. */
  static WispProcess start(Path log, ProcessBuilder builder) throws IOException {
    Process process =
        builder.directory(log.getParent().toFile()).redirectOutput(log.toFile()).start();
    return new WispProcess(process, log);
  }

  /**
   * Not started yet, both streams in one.
   *
   * @param options of the Java machine
   * @param arguments of the command line
   */
  static ProcessBuilder of(List<String> options, List<String> arguments) {
    return of(Main.class, options, arguments);
  }

  /** The same of another class. */
  static ProcessBuilder of(Class<?> main, List<String> options, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(BRIEF);
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    return new ProcessBuilder(command).redirectErrorStream(true);
  }

  /** Starts a training on the processor in float32. */
  static WispProcess train(Path log, Path store, Path run, List<String> options)
      throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("train", "diffusion", store.toString(), "--out", run.toString()));
    arguments.addAll(List.of("--device=cpu", "--precision=float32", "--progress=never"));
    arguments.addAll(options);
    return start(log, Main.class, arguments);
  }

  int waitFor() throws InterruptedException {
    return process.waitFor();
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  String said() throws IOException {
    return Files.readString(log);
  }
}
