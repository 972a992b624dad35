package io.wisp.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
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
    Interruption interruption = new Interruption();
    interruption.listen(err);
    System.exit(run(interruption, out, err, arguments));
  }

  private static int run(
      Interruption interruption, PrintWriter out, PrintWriter err, String... arguments) {
    try {
      return run(commandLine(interruption).setOut(out).setErr(err), arguments);
    } finally {
      interruption.leave();
    }
  }

  /**
   * Runs one command.
   *
   * @return the exit code: 0 done, 2 a mistake of the user's, 1 an error of ours or a training that
   *     diverged, 128 and the signal's number if one ended it
   */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return run(commandLine(new Interruption()).setOut(out).setErr(err), arguments);
  }

  static int run(CommandLine line, String... arguments) {
    WispCommand wisp = line.getCommand();
    int code = execute(line, wisp, arguments);
    return wisp.interruption().exitCode().orElse(code);
  }

  private static int execute(CommandLine line, WispCommand wisp, String... arguments) {
    try {
      return line.execute(arguments);
    } catch (LinkageError | VirtualMachineError e) {
      return new Errors(wisp).report(e, line.getErr());
    }
  }

  static CommandLine commandLine(Interruption interruption) {
    WispCommand wisp = new WispCommand(interruption);
    Errors errors = new Errors(wisp);
    Parts parts = new Parts(interruption);
    CommandLine line = new CommandLine(wisp, parts);
    TrainNetworkCommand.addTo(line.getSubcommands().get("train"), parts);
    offerHelp(line);
    return line.setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionStrategy(wisp::execute)
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors);
  }

  /** Makes what commands are made of; some parts are told when to end. */
  private record Parts(Interruption interruption) implements IFactory {
    @Override
    public <K> K create(Class<K> part) throws Exception {
      return part == ProgressOption.class
          ? part.cast(new ProgressOption(interruption))
          : CommandLine.defaultFactory().create(part);
    }
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
