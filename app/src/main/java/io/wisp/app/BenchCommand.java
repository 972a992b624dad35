package io.wisp.app;

import io.wisp.UserError;
import io.wisp.activation.MapMethod;
import io.wisp.benchmark.BenchmarkPlan;
import io.wisp.benchmark.BenchmarkPlan.Section;
import io.wisp.benchmark.BenchmarkReport;
import io.wisp.benchmark.BenchmarkSuite;
import io.wisp.benchmark.Effort;
import io.wisp.engine.Engine;
import io.wisp.engine.Precision;
import io.wisp.training.RunSettings;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wisp bench}: how fast Wisp is here, and how much memory it takes. */
@Command(
    name = "bench",
    sortOptions = false,
    description = {
      "Measures on this machine, with a network of random weights: forwards per second, seconds per"
          + " slice for each map method, training steps per second, and peak memory. Needs no data"
          + " and no trained model; leaves nothing behind.",
      "",
      "float32 is always measured, along with the number format of --precision (auto: bfloat16"
          + " where the hardware has it). The formats take turns, run by run, so that background"
          + " load slows both; each figure is the median, and `x float32` is the ratio to plain"
          + " float32 in the same turns. A forward of one image is listed with its convolutions"
          + " alone, in their fastest layout: what a forward would take if all else cost nothing.",
      "",
      "With paper on two cores it takes ten minutes or more; --quick and --only take less. Run"
          + " nothing else meanwhile.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  wisp bench",
      "  wisp bench --model-preset paper --only forward --precision bfloat16",
      "  wisp bench --only maps --method cdm,cg-cdm,layercam",
      "  wisp bench --model-preset small --slices 1,8 --json > bench.json"
    })
final class BenchCommand implements Callable<Integer> {
  @Option(
      names = "--model-preset",
      defaultValue = "small",
      paramLabel = "NAME",
      description =
          "Network and settings: demo, small, small-chaos, paper-brats or paper-chaos. Default: ${DEFAULT-VALUE}.")
  private String preset;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "Overrides a setting of the preset; repeatable.")
  private List<String> assignments = List.of();

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "WHAT",
      description =
          "Measure only these: memory, forward, maps, training; comma-separated. Default: all.")
  private Set<Section> sections = EnumSet.allOf(Section.class);

  @Option(
      names = "--method",
      split = ",",
      defaultValue = "cdm",
      paramLabel = "NAME",
      converter = MethodConverter.class,
      completionCandidates = MethodConverter.Names.class,
      description =
          "Methods to time, comma-separated: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private List<MapMethod> methods;

  @Option(
      names = "--batches",
      split = ",",
      defaultValue = "1,2,4",
      paramLabel = "N",
      description = "Images per forward, comma-separated. Default: ${DEFAULT-VALUE}.")
  private List<Integer> batches;

  @Option(
      names = "--slices",
      split = ",",
      defaultValue = "1",
      paramLabel = "N",
      description =
          "Slices to map at once, comma-separated. Default: ${DEFAULT-VALUE}, what a user waits"
              + " for.")
  private List<Integer> slices;

  @Option(
      names = "--quick",
      description = "One counted turn and half a second per figure: a rough idea.")
  private boolean quick;

  @Option(names = "--json", description = "Print JSON instead of tables.")
  private boolean json;

  @Mixin private EngineOption engineOption;
  @Mixin private ProgressOption progress;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    checkPositive("--batches", batches);
    checkPositive("--slices", slices);
    RunSettings settings = RunSettings.of(preset, null, assignments);
    Engine engine = engineOption.engine(settings.network(), progress.interruption().stop());
    MachineFacts facts = MachineFacts.of(engine);
    BenchmarkPlan plan =
        new BenchmarkPlan(
            settings,
            compared(engine),
            sections,
            methods,
            batches,
            slices,
            facts.memoryAvailable(),
            quick ? Effort.QUICK : Effort.THOROUGH);
    PrintWriter screen = spec.commandLine().getOut();
    if (!json) {
      screen.println(DoctorText.of(facts));
      screen.println();
    }
    BenchmarkReport report = new BenchmarkSuite(plan).run(progress.factory());
    screen.println(json ? BenchJson.of(facts, preset, report) : BenchText.of(preset, report));
    return 0;
  }

  /** Plain float32, and the chosen number format beside it if it is another one. */
  private static List<Engine> compared(Engine engine) {
    Engine plain = engine.with(Precision.FLOAT32);
    return engine.precision() == Precision.FLOAT32
        ? List.of(plain)
        : List.of(plain, engine.with(engine.precision()));
  }

  private static void checkPositive(String option, List<Integer> counts) {
    for (int count : counts) {
      if (count < 1) {
        throw new UserError(
            "%s holds %s, but there is no work with fewer than 1.".formatted(option, count));
      }
    }
  }
}
