package io.wisp.app;

import io.wisp.UserError;
import io.wisp.activation.MapMethod;
import io.wisp.base.FolderLock;
import io.wisp.engine.Engine;
import io.wisp.segmentation.TrainedModel;
import io.wisp.slices.SliceStore;
import io.wisp.tuning.ImageScore;
import io.wisp.tuning.Knob;
import io.wisp.tuning.Oracle;
import io.wisp.tuning.Tuning;
import io.wisp.tuning.TuningFiles;
import io.wisp.tuning.TuningPlan;
import io.wisp.tuning.TuningResult;
import io.wisp.tuning.TuningText;
import io.wisp.tuning.ValidationChoice;
import io.wisp.tuning.ValidationSlices;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wisp tune}: settings of maps and masks, chosen from labels alone. */
@Command(
    name = "tune",
    sortOptions = false,
    description = {
      "Chooses map and mask settings from labels alone: the best are those whose maps separate"
          + " slices with the object from slices without it, at matched positions in their scans."
          + " It uses training patients only, and reads no masks.",
      "",
      "Settings are varied one after another: noise levels, tau, then those of masks; the run's"
          + " value stays unless another's gain exceeds its standard error. DIR will hold"
          + " settings.yaml (for --settings of evaluate and segment), tune.csv with every trial,"
          + " curves as PNG and SVG, confidence.csv and report.html.",
      "",
      "Of rules it chooses rule.side (bright, dark or either) and rule.factor in the same way.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  wisp tune store --model run --out tuned",
      "  wisp evaluate store --model run --out results --settings tuned/settings.yaml",
      "  wisp tune store --model run --out tuned --trials 'map.tau=[0, 0.5]' --trials"
          + " 'mask.components=[]'",
      "  wisp tune store --model run --out tuned --oracle",
      "  wisp tune store --method bright --out tuned"
    })
final class TuneCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "STORE",
      description = "Store made by `wisp prepare`, with or without masks.")
  private Path store;

  @Mixin private ModelOptions models;
  @Mixin private OutputOptions output;

  @Option(
      names = "--cases",
      paramLabel = "N",
      defaultValue = "12",
      description = "Training cases to draw. Default: ${DEFAULT-VALUE}.")
  private int cases;

  @Option(
      names = "--slices",
      paramLabel = "N",
      defaultValue = "12",
      description =
          "Maximum slices per case with the object, and without. Default: ${DEFAULT-VALUE}.")
  private int slices;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of the drawing. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--trials",
      paramLabel = "NAME=LIST",
      description =
          "Values to try for a setting, named as in config.yaml, such as 'map.tau=[0, 0.5]',"
              + " replacing or adding to the usual ones; [] leaves the setting unchanged."
              + " Repeatable.")
  private List<String> trials = List.of();

  @Option(
      names = "--draws",
      paramLabel = "N",
      defaultValue = "2",
      description =
          "Noise draws per level while tuning; map.draws itself stays. Default: ${DEFAULT-VALUE}.")
  private int draws;

  @Option(
      names = "--score",
      paramLabel = "NAME",
      defaultValue = "effect",
      converter = ScoreConverter.class,
      completionCandidates = ScoreConverter.Names.class,
      description =
          "Score of a slice's map: peak (maximum), contrast (mean inside the mask minus mean"
              + " outside), effect (contrast over the standard deviation outside). Default:"
              + " ${DEFAULT-VALUE}.")
  private ImageScore score;

  @Option(
      names = "--window",
      paramLabel = "X",
      defaultValue = "0.1",
      description =
          "Largest distance of matched positions, as a fraction of the scan. Default:"
              + " ${DEFAULT-VALUE}.")
  private double window;

  @Option(
      names = "--method",
      defaultValue = "cdm",
      paramLabel = "NAME",
      converter = MethodConverter.class,
      description =
          "Method: cdm, cg-cdm, or a rule that learns nothing: bright, bright-volume or otsu, which"
              + " need no --model. Default: ${DEFAULT-VALUE}.")
  private MapMethod method;

  @Option(
      names = "--oracle",
      description =
          "Also report what masks of these slices would have chosen, and how well the criterion"
              + " correlates with Dice. It does not change the choice.")
  private boolean oracle;

  @Mixin private EngineOption engineOption;
  @Mixin private ProgressOption progress;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try (FolderLock lock = output.lock()) {
      tune();
    }
    return 0;
  }

  private void tune() {
    PrintWriter screen = spec.commandLine().getOut();
    TuningFiles files = new TuningFiles(output.folder());
    if (files.exist() && !output.overwrite()) {
      throw new UserError(
          "%s holds a tuning already: give --overwrite, or another --out."
              .formatted(output.folder()));
    }
    List<Knob> knobs = trials.stream().map(Knob::parse).toList();
    TuningPlan plan = new TuningPlan(method, score, window, draws, knobs);
    ValidationChoice choice = new ValidationChoice(cases, slices, seed);
    Engine engine = engineOption.engine();
    try (SliceStore opened = SliceStore.open(store);
        TrainedModel model = models.open(engine, List.of(method), opened.recipe())) {
      screen.println("Computing on " + model.engine().reason());
      TuningResult result = tuning(model, opened, choice, plan).run(progress.factory());
      files.write(result);
      TuningText.verdicts(result).forEach(screen::println);
      TuningText.sentences(result).forEach(screen::println);
    }
    screen.printf(
        "Look at %s; use it by --settings %s%n",
        output.folder().resolve("report.html"), files.settings());
  }

  private Tuning tuning(
      TrainedModel model, SliceStore opened, ValidationChoice choice, TuningPlan plan) {
    model.requireFit(opened);
    ValidationSlices chosen = ValidationSlices.choose(opened, choice, model.settings().contrast());
    Optional<Oracle> seeing = oracle ? Optional.of(new Oracle(opened, chosen)) : Optional.empty();
    return new Tuning(model, chosen, plan, seeing);
  }
}
