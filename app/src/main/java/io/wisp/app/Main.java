package io.wisp.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Starts the command line. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT); // for the libraries that we use
    // JavaCPP warns on stderr, unless told otherwise before it is loaded; see logback.xml.
    System.setProperty("org.bytedeco.javacpp.logger", "slf4j");
    PrintWriter out = new PrintWriter(System.out, true, UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, UTF_8);
    System.exit(run(out, err, arguments));
  }

  /**
   * Runs one command.
   *
   * @return the exit code: 0 done, 2 a mistake of the user's, 1 an error of ours or a training that
   *     diverged
   */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return run(commandLine().setOut(out).setErr(err), arguments);
  }

  static int run(CommandLine line, String... arguments) {
    try {
      return line.execute(arguments);
    } catch (LinkageError | VirtualMachineError e) {
      WispCommand wisp = line.getCommand();
      return new Errors(wisp).report(e, line.getErr());
    }
  }

  static CommandLine commandLine() {
    WispCommand wisp = new WispCommand();
    Errors errors = new Errors(wisp);
    CommandLine line = new CommandLine(wisp);
    offerHelp(line);
    return line.setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionStrategy(wisp::execute)
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors);
  }

  /** Gives every command {@code --help} and {@code --version}, so that none can lack them. */
  private static void offerHelp(CommandLine line) {
    CommandSpec spec = line.getCommandSpec().versionProvider(new Versions());
    if (!spec.mixinStandardHelpOptions()) {
      spec.mixinStandardHelpOptions(true);
    }
    line.getSubcommands().values().forEach(Main::offerHelp);
  }
}
