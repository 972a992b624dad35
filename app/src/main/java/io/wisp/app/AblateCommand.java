package io.wisp.app;

import io.wisp.UserError;
import io.wisp.activation.MapMethod;
import io.wisp.engine.Engine;
import io.wisp.evaluation.Evaluation;
import io.wisp.evaluation.TrainedModel;
import io.wisp.reproduction.AblatedParameter;
import io.wisp.reproduction.Ablation;
import io.wisp.reproduction.AblationFiles;
import io.wisp.reproduction.AblationPoint;
import io.wisp.slices.SliceStore;
import io.wisp.slices.Split;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wisp ablate}: one parameter varied, its curves and maps. */
@Command(
    name = "ablate",
    sortOptions = false,
    description = {
      "Varies one parameter of CDM or CG-CDM, all others being those of the run, and scores each"
          + " value on the positive slices of a store's held-out patients.",
      "",
      "DIR will hold report.html, NAME.csv, the curves of Dice, mIoU and HD95 as PNG and SVG, and"
          + " strips of maps and masks: a row an image, a column a value.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  wisp ablate store --model run --vary noise-level --values 50,100,200,400 --out ablation",
      "  wisp ablate store --model run --classifier classifier --vary guidance-scale"
          + " --values 0,1,10,100 --out ablation"
    })
final class AblateCommand implements Callable<Integer> {
  @Parameters(paramLabel = "STORE", description = "Store made by `wisp prepare`, with masks.")
  private Path store;

  @Mixin private ModelOptions models;

  @Option(
      names = "--vary",
      required = true,
      paramLabel = "NAME",
      completionCandidates = Names.class,
      description = "What is varied: ${COMPLETION-CANDIDATES}.")
  private String parameter;

  @Option(
      names = "--values",
      required = true,
      split = ",",
      paramLabel = "NUMBER",
      description = "Its values, with commas between them.")
  private List<Double> values;

  @Option(
      names = "--method",
      paramLabel = "NAME",
      converter = MethodConverter.class,
      description = "cdm or cg-cdm. Default: cg-cdm for the guidance scale, else cdm.")
  private MapMethod method;

  @Mixin private OutputOptions output;
  @Mixin private EngineOption engineOption;
  @Mixin private ProgressOption progress;
  @Spec private CommandSpec spec;

  /** The parameters' names, for help and completion. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return AblatedParameter.names().iterator();
    }
  }

  @Override
  public Integer call() {
    PrintWriter screen = spec.commandLine().getOut();
    Ablation ablation = ablation();
    AblationFiles files = new AblationFiles(output.folder());
    if (files.exist(ablation) && !output.overwrite()) {
      throw new UserError(
          "%s holds an ablation of %s already: give --overwrite, or another --out."
              .formatted(output.folder(), ablation.parameter().parameterName()));
    }
    Engine engine = engineOption.engine();
    screen.println("Computing on " + engine.reason());
    try (TrainedModel model = models.open(engine, List.of(ablation.method()));
        SliceStore slices = SliceStore.open(store)) {
      Evaluation evaluation = new Evaluation(model, slices, Split.TEST);
      List<AblationPoint> points =
          ablation.run(
              model, evaluation, progress.factory(), point -> print(ablation, point, screen));
      files.write(ablation, model.settings(), points);
    }
    screen.println("Look at " + output.folder().resolve("report.html"));
    return 0;
  }

  private Ablation ablation() {
    AblatedParameter chosen =
        AblatedParameter.of(parameter)
            .orElseThrow(
                () ->
                    new UserError(
                        "There is no parameter '%s' to vary; there are: %s."
                            .formatted(parameter, String.join(", ", AblatedParameter.names()))));
    MapMethod usual = chosen == AblatedParameter.GUIDANCE_SCALE ? MapMethod.CG_CDM : MapMethod.CDM;
    return new Ablation(method == null ? usual : method, chosen, values);
  }

  private static void print(Ablation ablation, AblationPoint point, PrintWriter screen) {
    screen.printf(
        "%s %s: Dice %.3f, mIoU %.3f, HD95 %.1f (%d undefined), %.3f s a slice%n",
        ablation.parameter().title(),
        Ablation.text(point.value()),
        point.summary().dice().mean(),
        point.summary().iou().mean(),
        point.summary().hd95().mean(),
        point.summary().hd95().undefined(),
        point.secondsPerSlice());
    screen.flush();
  }
}
