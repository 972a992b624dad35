package io.wisp.app;

import io.wisp.UserError;
import io.wisp.activation.MapMethod;
import io.wisp.activation.SegmentationMethod;
import io.wisp.base.FolderLock;
import io.wisp.dataset.Split;
import io.wisp.engine.Engine;
import io.wisp.evaluation.Evaluation;
import io.wisp.evaluation.EvaluationFiles;
import io.wisp.evaluation.EvaluationScope;
import io.wisp.evaluation.RecipeResult;
import io.wisp.evaluation.RuleVerdict;
import io.wisp.evaluation.ScanSlices;
import io.wisp.evaluation.SourceScans;
import io.wisp.evaluation.WholeScans;
import io.wisp.segmentation.ComparedRules;
import io.wisp.segmentation.OutlineRecipe;
import io.wisp.segmentation.TrainedModel;
import io.wisp.slices.SliceStore;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wisp evaluate}: scores and a report of a trained model. */
@Command(
    name = "evaluate",
    sortOptions = false,
    description = {
      "Scores a model on the positive slices of a store's held-out patients (label 1, or that of"
          + " contrast.present): Dice, mIoU, HD95, precision, recall, seconds per slice.",
      "",
      "Then on their whole scans without labels, healthy slices and healthy scans too, as `wisp"
          + " segment` outlines them: Dice and surface Dice, volume difference, objects found and"
          + " false ones, healthy slices with a mask; with --scans on the scans' own grids.",
      "",
      "The last rows are rules that learn nothing, such as a threshold on brightness: a model is"
          + " worth its training where it beats them, which the report says first.",
      "",
      "DIR will hold report.html (one page, opens offline), slices.csv, volumes.csv (positive"
          + " slices only), scans.csv (whole scans), comparisons.csv (Wilcoxon over patients, Holm)"
          + " and summary.json. They also show whether the confidence, computed without manual"
          + " masks, reveals where masks are wrong.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  wisp evaluate --model run store --out results",
      "  wisp evaluate --model run store --out results --with-published",
      "  wisp evaluate --model run --classifier classifier store --out results"
          + " --method cdm,cg-cdm,layercam",
      "  wisp evaluate --model run store --out results --as-published --min-object 1%%",
      "  wisp evaluate --model run --student student store --out results --method cdm,student",
      "  wisp evaluate --student student store --out results --scans BraTS/",
      "  wisp evaluate --model run store --out results --set map.tau=0.95 --set mask.smoothing=0"
    })
final class EvaluateCommand implements Callable<Integer> {
  @Parameters(paramLabel = "STORE", description = "Store made by `wisp prepare`, with masks.")
  private Path store;

  @Mixin private ModelOptions models;
  @Mixin private OutputOptions output;

  @Option(
      names = "--method",
      split = ",",
      paramLabel = "NAME",
      converter = MethodConverter.class,
      completionCandidates = MethodConverter.Names.class,
      description =
          "Methods, comma-separated, to compare: ${COMPLETION-CANDIDATES}. Default: the first"
              + " of these whose runs are given, such as cdm with --model.")
  private List<MapMethod> asked = List.of();

  @Option(
      names = "--split",
      defaultValue = "test",
      paramLabel = "NAME",
      description = "Patients to score: test or train. Default: ${DEFAULT-VALUE}.")
  private Split split;

  @Option(
      names = "--min-object",
      defaultValue = "0",
      paramLabel = "SHARE",
      converter = ShareConverter.class,
      description =
          "Also summarise the slices whose object covers at least this share of the slice, such as"
              + " 1%% or 0.01. All slices remain the main result.")
  private double minObject;

  @Option(
      names = "--with-published",
      description =
          "Also score each method with the paper's settings (Q 400, R 10, tau 0.95, Otsu).")
  private boolean withPublished;

  @Option(
      names = "--classify",
      description =
          "In whole scans outline only slices in which the classifier of --classifier sees the"
              + " object, like `wisp segment --classify`.")
  private boolean classify;

  @Option(
      names = "--scans",
      paramLabel = "SRC",
      description =
          "The folder that the store was made from: whole scans are then read from it, outlined and"
              + " scored on their own grids, as `wisp segment` writes masks, not at the store's"
              + " resolution.")
  private Path source;

  @Option(
      names = "--positive-only",
      description =
          "Leave whole scans out: they also need maps of healthy slices, and so several times the"
              + " time.")
  private boolean positiveOnly;

  @Mixin private EngineOption engineOption;
  @Mixin private ProgressOption progress;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try (FolderLock lock = output.lock()) {
      evaluate();
    }
    return 0;
  }

  private void evaluate() {
    PrintWriter screen = spec.commandLine().getOut();
    Path out = output.folder();
    if (Files.exists(out.resolve("report.html")) && !output.overwrite()) {
      throw new UserError(
          "%s holds an evaluation already: give --overwrite, or another --out.".formatted(out));
    }
    if (classify && positiveOnly) {
      throw new UserError(
          "--classify is about whole scans, which --positive-only leaves out: give one of them.");
    }
    if (source != null && positiveOnly) {
      throw new UserError(
          "--scans is for whole scans, which --positive-only leaves out: give one of them.");
    }
    List<MapMethod> methods = models.methods(asked);
    EvaluationScope scope = new EvaluationScope(store.getFileName().toString(), split, minObject);
    Engine engine = engineOption.engine();
    try (SliceStore slices = SliceStore.open(store);
        TrainedModel model = models.open(engine, methods, slices.recipe())) {
      screen.println("Computing on " + model.engine().reason());
      Evaluation evaluation = new Evaluation(model, slices, split);
      if (scope.asksLargeObjects()) {
        evaluation.requireCoverage();
      }
      if (classify) {
        model.presence(); // a missing classifier is told before anything is computed
      }
      Optional<SourceScans> scans =
          Optional.ofNullable(source).map(folder -> SourceScans.of(folder, slices, split));
      List<OutlineRecipe> published = published(methods, model);
      List<RecipeResult> results = new ArrayList<>();
      for (OutlineRecipe recipe : recipes(methods, published, model, slices)) {
        RecipeResult result = evaluation.run(recipe, progress.factory());
        EvaluationText.of(scope, result).forEach(screen::println);
        results.add(
            published.contains(recipe) ? result : withScans(evaluation, result, scans, screen));
      }
      new EvaluationFiles(out).write(model, scope, results);
      RuleVerdict.sentences(scope, results).forEach(screen::println);
    }
    screen.println("Look at " + out.resolve("report.html"));
  }

  private RecipeResult withScans(
      Evaluation evaluation, RecipeResult result, Optional<SourceScans> scans, PrintWriter screen) {
    if (positiveOnly) {
      return result;
    }
    ScanSlices which = classify ? ScanSlices.CLASSIFIED : ScanSlices.ALL;
    OutlineRecipe recipe = result.recipe();
    WholeScans whole =
        scans
            .map(from -> evaluation.scans(recipe, which, from, progress.factory()))
            .orElseGet(() -> evaluation.scans(recipe, which, progress.factory()));
    screen.println(EvaluationText.of(recipe.name(), whole));
    return result.withScans(whole);
  }

  /** The paper's settings, which outline slices that are known to hold the object. */
  private List<OutlineRecipe> published(List<MapMethod> methods, TrainedModel model) {
    return methods.stream()
        .filter(method -> withPublished && method != SegmentationMethod.STUDENT)
        .map(method -> OutlineRecipe.published(method, model.settings()))
        .toList();
  }

  private static List<OutlineRecipe> recipes(
      List<MapMethod> methods,
      List<OutlineRecipe> published,
      TrainedModel model,
      SliceStore slices) {
    List<OutlineRecipe> recipes = new ArrayList<>();
    methods.forEach(method -> recipes.add(OutlineRecipe.of(method, model.settings())));
    recipes.addAll(published);
    ComparedRules.besides(methods, slices, model.settings().contrast())
        .forEach(rule -> recipes.add(OutlineRecipe.of(rule, model.settings())));
    return recipes;
  }
}
