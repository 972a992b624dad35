package io.wisp.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root of the command line: what Wisp is, and the list of its commands. */
@Command(
    name = "wisp",
    header = "Outlines objects in medical scans after learning from slice labels alone.",
    description = {
      "",
      "A conditional diffusion model is trained on slices labelled only by whether the object is"
          + " there (label 1) or not (label 0). Perturbing the condition of the trained model then"
          + " shows where the object lies in a new scan.",
      ""
    },
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands, in workflow order:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:a training diverged, or an error inside Wisp; the message says what to try, or where the"
          + " trace is",
      "2:a mistake in the command or its input; the message says what to do",
      "130:stopped by Ctrl-C (SIGINT); a training has saved its checkpoint",
      "143:stopped by SIGTERM; a training has saved its checkpoint"
    },
    footer = {
      "",
      "Start with `wisp demo`, which does everything once on phantom scans.",
      "`wisp COMMAND --help` explains a command."
    },
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      InfoCommand.class,
      PhantomCommand.class,
      PrepareCommand.class,
      LearnCommand.class,
      TrainCommand.class,
      TuneCommand.class,
      DistillCommand.class,
      SegmentCommand.class,
      EvaluateCommand.class,
      ReproduceCommand.class,
      AblateCommand.class,
      DoctorCommand.class,
      BenchCommand.class,
      CompletionCommand.class
    })
final class WispCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Show more detail, and full stack traces.")
  private boolean verbose;

  private final Interruption interruption;

  WispCommand(Interruption interruption) {
    this.interruption = interruption;
  }

  Interruption interruption() {
    return interruption;
  }

  boolean verbose() {
    return verbose;
  }

  /** Runs the parsed command, with a log that says more if the user wants it so. */
  int execute(ParseResult parsed) {
    if (verbose && LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
      root.setLevel(Level.INFO);
      root.getLoggerContext().getLogger("org.bytedeco").setLevel(Level.INFO);
    }
    return new RunLast().execute(parsed);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command? See the list below.");
  }
}
