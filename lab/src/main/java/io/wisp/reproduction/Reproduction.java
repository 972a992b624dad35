package io.wisp.reproduction;

import io.wisp.Progress;
import io.wisp.activation.MapMethod;
import io.wisp.activation.RunKind;
import io.wisp.base.FolderLock;
import io.wisp.dataset.Split;
import io.wisp.engine.Engine;
import io.wisp.evaluation.Evaluation;
import io.wisp.evaluation.RecipeResult;
import io.wisp.report.Format;
import io.wisp.segmentation.ComparedRules;
import io.wisp.segmentation.OutlineRecipe;
import io.wisp.segmentation.TrainedModel;
import io.wisp.slices.SliceStore;
import io.wisp.training.RunSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Repeats the paper's comparison on a data set: for each repeat prepares the slices, trains what
 * the methods need, and scores every method under one protocol; then writes the table, the
 * comparison and the pictures. What is finished is kept, so that the same call goes on where the
 * last one stopped.
 */
public final class Reproduction {
  private final ReproductionPlan plan;
  private final ReproductionFolder folder;
  private final Engine engine;
  private final Progress.Factory progress;
  private final Consumer<String> news;
  private final RepeatTraining training;

  /**
   * @param out the folder for all pieces and results
   * @param runner runs each training
   * @param news is told in a sentence what is done next, and what came out
   */
  public Reproduction(
      ReproductionPlan plan,
      Path out,
      Engine engine,
      TrainingRunner runner,
      Progress.Factory progress,
      Consumer<String> news) {
    this.plan = plan;
    this.folder = new ReproductionFolder(out);
    this.engine = engine;
    this.progress = progress;
    this.news = news;
    this.training = new RepeatTraining(plan, folder, engine, runner, news);
  }

  /**
   * Computes what is missing, and writes the results after each repeat.
   *
   * @return the result over all repeats
   * @throws io.wisp.UserError if the data cannot serve, or the folder holds something else or is in
   *     use
   * @throws java.util.concurrent.CancellationException if it was stopped from outside; what is done
   *     is kept
   */
  public ReproductionResult run() {
    try (FolderLock lock = FolderLock.in(folder.path())) {
      return results();
    }
  }

  private ReproductionResult results() {
    folder.claim(plan);
    List<MethodEvaluation> evaluations = new ArrayList<>();
    ReproductionResult result = null;
    for (int repeat = 1; repeat <= plan.repeats(); repeat++) {
      evaluations.addAll(repeat(repeat));
      result = new ReproductionResult(plan, evaluations);
      new ReproductionFiles(folder.path()).write(result);
    }
    return result;
  }

  private List<MethodEvaluation> repeat(int repeat) {
    new RepeatStore(plan, folder, progress, news).prepare(repeat);
    try (SliceStore store = SliceStore.open(folder.store(repeat))) {
      Map<RunKind, TrainedRun> runs = training.train(repeat, store);
      Map<MapMethod, MethodEvaluation> found = new LinkedHashMap<>();
      RunSettings settings = plan.settings(repeat);
      List<MapMethod> methods = methods(repeat, store, settings);
      for (MapMethod method : methods) {
        folder
            .evaluation(repeat, OutlineRecipe.of(method, settings), steps(method, runs))
            .ifPresent(evaluation -> found.put(method, evaluation));
      }
      List<MapMethod> missing =
          methods.stream().filter(method -> !found.containsKey(method)).toList();
      if (!missing.isEmpty()) {
        evaluate(repeat, store, runs, missing)
            .forEach(evaluation -> found.put(evaluation.method(), evaluation));
      }
      return methods.stream().map(found::get).toList();
    }
  }

  /** Those of the plan, but for rules for which the store does not suffice. */
  private List<MapMethod> methods(int repeat, SliceStore store, RunSettings settings) {
    List<MapMethod> methods = new ArrayList<>();
    for (MapMethod method : plan.methods()) {
      if (ComparedRules.suffices(store, method, settings.contrast())) {
        methods.add(method);
      } else {
        news.accept(
            "repeat %s: %s is left out, since its training patients do not have slices of both labels"
                .formatted(repeat, method.title()));
      }
    }
    return methods;
  }

  private List<MethodEvaluation> evaluate(
      int repeat, SliceStore store, Map<RunKind, TrainedRun> runs, List<MapMethod> methods) {
    List<MethodEvaluation> evaluations = new ArrayList<>();
    RunSettings settings = plan.settings(repeat);
    try (TrainedModel model =
        runs.isEmpty()
            ? TrainedModel.untrained(settings, store.recipe(), engine)
            : TrainedModel.open(folder.runs(repeat, runs.keySet()), engine, plan.assignments())) {
      Evaluation evaluation = new Evaluation(model, store, Split.TEST);
      for (MapMethod method : methods) {
        RecipeResult result = evaluation.run(OutlineRecipe.of(method, settings), progress);
        MethodEvaluation kept = MethodEvaluation.of(repeat, steps(method, runs), result);
        folder.keep(kept);
        evaluations.add(kept);
        news.accept(
            "repeat %s: %s reaches Dice %s on %s slices, %s s/slice"
                .formatted(
                    repeat,
                    method.title(),
                    Format.number(result.summary().dice().mean(), 3),
                    result.summary().n(),
                    Format.number(result.secondsPerSlice(), 3)));
      }
    }
    return evaluations;
  }

  private static Map<String, Integer> steps(MapMethod method, Map<RunKind, TrainedRun> runs) {
    Map<String, Integer> steps = new LinkedHashMap<>();
    ReproductionPlan.kinds(method)
        .forEach(kind -> steps.put(kind.kindName(), runs.get(kind).step()));
    return steps;
  }
}
