package io.wisp.app;

import io.wisp.activation.RunKind;
import io.wisp.training.TrainingTask;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code wisp train KIND}: slices in, with labels or masks, a run folder out. */
@Command(sortOptions = false)
final class TrainNetworkCommand implements Callable<Integer> {
  private final RunKind kind;
  @Mixin private TrainingOptions options;
  @Spec private CommandSpec spec;

  private TrainNetworkCommand(RunKind kind) {
    this.kind = kind;
  }

  /** Adds a command for each kind of network; students are trained by {@code wisp distill}. */
  static void addTo(CommandLine train, IFactory factory) {
    Stream.of(RunKind.values())
        .filter(kind -> kind != RunKind.STUDENT)
        .forEach(kind -> train.addSubcommand(kind.kindName(), of(kind, factory)));
  }

  private static CommandLine of(RunKind kind, IFactory factory) {
    CommandLine line = new CommandLine(new TrainNetworkCommand(kind), factory);
    String example = "  wisp train %1$s store --out %1$s".formatted(kind.kindName());
    line.getCommandSpec()
        .usageMessage()
        .description(
            kind.summary(),
            "",
            ("RUN will hold config.yaml, run.json, slices.json, split.csv, metrics.csv, loss.png,"
                    + " checkpoint.safetensors and weights.safetensors. The settings are those"
                    + " under %s. Ctrl-C saves and exits; --resume continues exactly from the"
                    + " checkpoint.")
                .formatted(kind.trainSettings()),
            "")
        .footer(
            "",
            "Examples:",
            example + " --max-time 20m",
            example + " --set %s.steps=1000".formatted(kind.trainSettings()),
            example + " --resume");
    return line;
  }

  @Override
  public Integer call() {
    options.train(settings -> TrainingTask.of(kind, settings), spec.commandLine().getOut());
    return 0;
  }
}
