package io.wisp.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line in a Java machine of its own. */
final class WispProcess {
  private WispProcess() {}

  /**
   * @param options of the Java machine
   * @param arguments of the command line
   */
  static ProcessBuilder of(List<String> options, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(arguments);
    return new ProcessBuilder(command).redirectErrorStream(true);
  }
}
