package io.wisp.app;

import io.wisp.UserError;
import io.wisp.ablation.AblatedParameter;
import io.wisp.ablation.Ablation;
import io.wisp.ablation.AblationFiles;
import io.wisp.ablation.AblationPoint;
import io.wisp.ablation.AblationRows;
import io.wisp.ablation.RepeatedRowAblation;
import io.wisp.ablation.RowAblation;
import io.wisp.ablation.RowFolder;
import io.wisp.ablation.RowTable;
import io.wisp.ablation.RowText;
import io.wisp.activation.MapMethod;
import io.wisp.activation.PerturbationMethod;
import io.wisp.base.FolderLock;
import io.wisp.dataset.Split;
import io.wisp.engine.Engine;
import io.wisp.evaluation.Evaluation;
import io.wisp.segmentation.TrainedModel;
import io.wisp.slices.SliceStore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wisp ablate}: one parameter varied, or an idea added a row. */
@Command(
    name = "ablate",
    sortOptions = false,
    description = {
      "With --vary: varies one parameter of CDM or CG-CDM, keeping the run's other settings, and"
          + " scores each value on the positive slices of a store's held-out patients. DIR will"
          + " hold NAME.html, NAME.csv, the curves of Dice, mIoU and HD95 as PNG and SVG, and"
          + " strips of maps and masks: a row per image, a column per value.",
      "",
      "With --rows: scores a table that adds one idea per row. FILE is YAML:",
      "",
      "  - name: as published",
      "    from: published             # the paper's settings; in the first row only",
      "  - name: whole contrast, 4 draws",
      "    set: [map.tau=0, map.draws=4]",
      "  - name: guided",
      "    method: cg-cdm              # this and all else carries over to later rows",
      "",
      "A row adds to the row above, the first to the settings of the run. At the foot are rules"
          + " that learn nothing. DIR will hold report.html; the table as rows.md and rows.csv,"
          + " each row compared with the one above, and rules with the last row above them; the"
          + " scores of slices and volumes as rows-slices.csv and rows-volumes.csv; strips of maps"
          + " and masks; and each finished row. However it was stopped, the same command resumes;"
          + " --overwrite starts over.",
      "",
      "With --rows and --repeats: scores the table in every repeat of a reproduction whose"
          + " diffusion model is trained; rows can use any method whose network every repeat has,"
          + " such as student. DIR will hold a folder for each repeat, and the table over all of"
          + " them: rows.md, rows.csv, report.html, and the chart rows-dice as PNG and SVG. The"
          + " same command adds later repeats.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  wisp ablate store --model run --vary noise-level --values 50,100,200,400 --out ablation",
      "  wisp ablate store --model run --classifier classifier --vary guidance-scale"
          + " --values 0,1,10,100 --out ablation",
      "  wisp ablate store --model run --rows rows.yaml --out ablation",
      "  wisp ablate --repeats lgg --rows rows.yaml --out ablation"
    })
final class AblateCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "STORE",
      arity = "0..1",
      description = "Store made by `wisp prepare`, with masks.")
  private Path store;

  @Mixin private ModelOptions models;

  @Option(
      names = "--vary",
      paramLabel = "NAME",
      completionCandidates = Names.class,
      description = "Parameter to vary: ${COMPLETION-CANDIDATES}.")
  private String parameter;

  @Option(
      names = "--values",
      split = ",",
      paramLabel = "NUMBER",
      description = "Its values, comma-separated.")
  private List<Double> values;

  @Option(
      names = "--rows",
      paramLabel = "FILE",
      description = "YAML of rows, each adding to the one above; instead of --vary.")
  private Path rows;

  @Option(
      names = "--repeats",
      paramLabel = "DIR",
      description =
          "Folder of `wisp reproduce`: the rows are scored in each of its repeats, with its stores,"
              + " networks and settings, instead of STORE and --model.")
  private Path repeats;

  @Option(
      names = "--method",
      paramLabel = "NAME",
      converter = MethodConverter.class,
      description = "cdm or cg-cdm. Default: cg-cdm for the guidance scale, else cdm.")
  private MapMethod method;

  @Option(
      names = "--split",
      defaultValue = "test",
      paramLabel = "NAME",
      description = "Patients to score: test or train. Default: ${DEFAULT-VALUE}.")
  private Split split;

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
    try (FolderLock lock = output.lock()) {
      ablate();
    }
    return 0;
  }

  private void ablate() {
    check();
    Path report = output.folder().resolve("report.html");
    if (rows == null) {
      Ablation ablation = ablation();
      vary(ablation);
      report = new AblationFiles(output.folder()).report(ablation);
    } else if (repeats == null) {
      addUp(AblationRows.read(rows));
    } else {
      addUpRepeats(AblationRows.read(rows));
    }
    spec.commandLine().getOut().println("Look at " + report);
  }

  private void check() {
    if (repeats != null) {
      checkRepeats();
    }
    if (rows == null && (parameter == null || values == null)) {
      throw new UserError(
          "It is not said what to vary: give --vary NAME and --values NUMBERS, or --rows FILE.");
    }
    if (rows != null && (parameter != null || values != null || method != null)) {
      throw new UserError(
          "--rows says all that is varied: leave out --vary, --values and --method, or --rows.");
    }
    if (repeats == null && store == null) {
      throw new UserError(
          "No store is given: give STORE and --model RUN, or --repeats DIR of `wisp reproduce`.");
    }
  }

  private void checkRepeats() {
    if (rows == null) {
      throw new UserError("--repeats scores rows: give --rows FILE, or leave out --repeats.");
    }
    if (store != null || models.given()) {
      throw new UserError(
          "--repeats takes stores, networks and settings of the reproduction: leave out STORE, networks and settings (the first row may set some), or --repeats.");
    }
  }

  private void addUp(AblationRows table) {
    try (SliceStore slices = SliceStore.open(store);
        TrainedModel model = models.open(engineOption.engine(), table.methods(), slices.recipe())) {
      print("Computing on " + model.engine().reason());
      RowAblation ablation =
          new RowAblation(table, model, slices, split, new RowFolder(output.folder()));
      if (output.overwrite()) {
        ablation.startAnew();
      }
      print(ablation.run(progress.factory(), this::print));
    }
  }

  private void addUpRepeats(AblationRows table) {
    Engine engine = engineOption.engine();
    print("Computing on " + engine.reason());
    RepeatedRowAblation ablation =
        new RepeatedRowAblation(table, repeats, engine, split, output.folder());
    if (output.overwrite()) {
      ablation.startAnew();
    }
    print(ablation.run(progress.factory(), this::print));
  }

  private void print(String line) {
    PrintWriter screen = spec.commandLine().getOut();
    screen.println(line);
    screen.flush();
  }

  private void print(RowTable table) {
    RowText text = new RowText(table);
    List<List<String>> lines = new ArrayList<>(List.of(text.heads()));
    lines.addAll(text.cells());
    spec.commandLine().getOut().printf("%n%s%n%n", TextTable.of(lines));
  }

  private void vary(Ablation ablation) {
    PrintWriter screen = spec.commandLine().getOut();
    AblationFiles files = new AblationFiles(output.folder());
    if (files.exist(ablation) && !output.overwrite()) {
      throw new UserError(
          "%s holds an ablation of %s already: give --overwrite, or another --out."
              .formatted(output.folder(), ablation.parameter().parameterName()));
    }
    try (SliceStore slices = SliceStore.open(store);
        TrainedModel model =
            models.open(engineOption.engine(), List.of(ablation.method()), slices.recipe())) {
      print("Computing on " + model.engine().reason());
      Evaluation evaluation = new Evaluation(model, slices, split);
      List<AblationPoint> points =
          ablation.run(
              model, evaluation, progress.factory(), point -> print(ablation, point, screen));
      files.write(ablation, model.settings(), split, points);
    }
  }

  private Ablation ablation() {
    AblatedParameter chosen =
        AblatedParameter.of(parameter)
            .orElseThrow(
                () ->
                    new UserError(
                        "There is no parameter '%s' to vary; there are: %s."
                            .formatted(parameter, String.join(", ", AblatedParameter.names()))));
    MapMethod usual =
        chosen == AblatedParameter.GUIDANCE_SCALE
            ? PerturbationMethod.CG_CDM
            : PerturbationMethod.CDM;
    return new Ablation(method == null ? usual : method, chosen, values);
  }

  private static void print(Ablation ablation, AblationPoint point, PrintWriter screen) {
    screen.printf(
        Locale.ROOT,
        "%s %s: Dice %.3f, mIoU %.3f, HD95 %.1f (%d undefined), %.3f s/slice%n",
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
