package io.wisp.ablation;

import io.wisp.BadSetting;
import io.wisp.Progress;
import io.wisp.UserError;
import io.wisp.activation.MapMethod;
import io.wisp.activation.MapSettings;
import io.wisp.evaluation.Evaluation;
import io.wisp.evaluation.ExampleChoice;
import io.wisp.evaluation.RecipeResult;
import io.wisp.metrics.Score;
import io.wisp.segmentation.OutlineRecipe;
import io.wisp.segmentation.TrainedModel;
import io.wisp.training.RunSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Varies one parameter of Algorithm 1, the others being those of the run (Figs. 3 to 5).
 *
 * @param method CDM or CG-CDM
 * @param parameter what is varied
 * @param values its values, each once
 */
public record Ablation(MapMethod method, AblatedParameter parameter, List<Double> values) {
  public Ablation {
    values = values.stream().distinct().sorted().toList();
    if (values.isEmpty()) {
      throw new BadSetting(
          "values", values, "No values to try are given: give some, such as 50,100,200.");
    }
    if (!parameter.concerns(method)) {
      throw new BadSetting(
          "method",
          method.methodName(),
          "%s has no %s to vary: take the method cg-cdm%s."
              .formatted(
                  method.methodName(),
                  parameter.parameterName(),
                  parameter == AblatedParameter.GUIDANCE_SCALE ? "" : " or cdm"));
    }
  }

  /**
   * Scores every value.
   *
   * @param told hears of each value when it is scored
   * @throws UserError if a value cannot be, before anything is computed
   */
  public List<AblationPoint> run(
      TrainedModel model,
      Evaluation evaluation,
      Progress.Factory progress,
      Consumer<AblationPoint> told) {
    List<OutlineRecipe> recipes = values.stream().map(v -> recipe(model.settings(), v)).toList();
    List<AblationPoint> points = new ArrayList<>();
    for (int i = 0; i < recipes.size(); i++) {
      RecipeResult result = evaluation.run(recipes.get(i), progress);
      AblationPoint point =
          new AblationPoint(
              values.get(i),
              result.summary(),
              result.byPatient(Score::dice).interval(),
              result.secondsPerSlice(),
              ExampleChoice.of(result.slices()));
      points.add(point);
      told.accept(point);
    }
    return points;
  }

  private OutlineRecipe recipe(RunSettings settings, double value) {
    MapSettings maps = parameter.applied(settings.maps(), value);
    int steps = settings.diffusion().steps();
    if (maps.map().noiseLevels().stream().anyMatch(level -> level >= steps)) {
      throw new BadSetting(
          "values",
          text(value),
          "One of the values is noise level %s, but diffusion.steps is %s: levels go up to %s."
              .formatted(text(value), steps, steps - 1));
    }
    String name = "%s, %s = %s".formatted(method.title(), parameter.title(), text(value));
    return new OutlineRecipe(name, method, maps, settings.mask());
  }

  /** A value in its shortest form. */
  public static String text(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
