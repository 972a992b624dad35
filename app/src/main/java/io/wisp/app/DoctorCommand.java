package io.wisp.app;

import io.wisp.StopSignal;
import io.wisp.engine.Engine;
import io.wisp.engine.Precision;
import io.wisp.golden.GoldenSuite;
import io.wisp.golden.GoldenSuite.Outcome;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code wisp doctor}: what the machine has, and whether Wisp computes rightly on it. */
@Command(
    name = "doctor",
    sortOptions = false,
    description = {
      "Says which device Wisp uses here and why, and checks that it computes correctly.",
      "",
      "The check recomputes outputs of the published implementations and compares them with golden"
          + " files: those that ship with Wisp, or those of a folder. Everything is computed in"
          + " float32; the networks also in the number format chosen for this machine, with a wider"
          + " bound. An error is the largest difference divided by the largest expected value; in"
          + " that other format, root mean squares replace the maxima.",
      "",
      "First it checks the number format: the layers of the presets' networks are computed in it"
          + " and in float32, forward and backward, in reused memory. If one is wrong, float32 is"
          + " used, unless the format was requested.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every error is within its bound",
      "1:one is not, a golden file cannot be read, or the requested format is wrong",
      "2:a mistake in the command or its input; the message says what to do"
    },
    footer = {
      "",
      "Examples:",
      "  wisp doctor",
      "  wisp doctor --device cpu --precision float32",
      "  wisp doctor --golden golden/ --json > doctor.json"
    })
final class DoctorCommand implements Callable<Integer> {
  private static final int FAILED = 1;

  @Option(
      names = "--golden",
      paramLabel = "DIR",
      description =
          "Check the golden files of this folder instead: .safetensors files that state their kind,"
              + " and X.pt checkpoints of the network of X.safetensors.")
  private Path golden;

  @Option(names = "--json", description = "Print JSON instead of tables.")
  private boolean json;

  @ParentCommand private WispCommand wisp;
  @Mixin private EngineOption engineOption;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter screen = spec.commandLine().getOut();
    StopSignal stop = wisp.interruption().stop();
    Engine asked = engineOption.engine();
    List<PresetProof> proofs = PresetProof.all(asked, stop);
    Engine engine = PresetProof.engine(asked, proofs);
    MachineFacts facts = MachineFacts.of(engine);
    if (!json) {
      screen.println(DoctorText.of(facts, proofs));
      screen.println();
    }
    Outcome outcome =
        golden == null
            ? GoldenSuite.runShipped(engine, stop)
            : GoldenSuite.run(golden, engine, stop);
    screen.println(json ? DoctorJson.of(facts, proofs, outcome) : DoctorText.of(outcome));
    boolean usable = PresetProof.allRight(proofs) || engine.precision() == Precision.FLOAT32;
    return outcome.passes() && usable ? 0 : FAILED;
  }
}
