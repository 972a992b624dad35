package io.wisp.reproduction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wisp.activation.MapMethod;
import io.wisp.base.SettingsTree;
import io.wisp.evaluation.ExampleChoice;
import io.wisp.evaluation.ExampleSlice;
import io.wisp.evaluation.RecipeResult;
import io.wisp.evaluation.SliceEntry;
import io.wisp.metrics.DistanceUnit;
import io.wisp.metrics.PatientScores;
import io.wisp.segmentation.OutlineRecipe;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The stored result of one method in one repeat.
 *
 * @param how the settings of maps and masks; null in those of the first versions
 * @param trainedSteps by kind of run, how far the networks that it asked were trained
 * @param unit of the distances
 * @param secondsPerSlice from image to mask
 * @param slices all positive slices of the patients held out
 * @param examples some of them, to be shown
 */
public record MethodEvaluation(
    int repeat,
    MapMethod method,
    ObjectNode how,
    Map<String, Integer> trainedSteps,
    DistanceUnit unit,
    double secondsPerSlice,
    List<SliceEntry> slices,
    List<ExampleSlice> examples) {

  public MethodEvaluation {
    trainedSteps = Map.copyOf(trainedSteps);
    slices = List.copyOf(slices);
    examples = List.copyOf(examples);
  }

  static MethodEvaluation of(int repeat, Map<String, Integer> trainedSteps, RecipeResult result) {
    List<SliceEntry> slices = result.slices().stream().map(SliceEntry::of).toList();
    return new MethodEvaluation(
        repeat,
        result.recipe().method(),
        how(result.recipe()),
        trainedSteps,
        result.summary().unit(),
        result.secondsPerSlice(),
        slices,
        ExampleChoice.of(result.slices()));
  }

  /** Only the slices whose object covers at least this share; those of unknown share stay. */
  MethodEvaluation covering(double least) {
    List<SliceEntry> kept = slices.stream().filter(slice -> slice.covers(least)).toList();
    return new MethodEvaluation(
        repeat, method, how, trainedSteps, unit, secondsPerSlice, kept, examples);
  }

  /** Adds a score of each slice to those of other repeats. */
  void addTo(PatientScores scores, ToDoubleFunction<SliceEntry> measure) {
    slices.forEach(
        slice ->
            scores.add(slice.patient(), repeat + "/" + slice.key(), measure.applyAsDouble(slice)));
  }

  /** Whether maps and masks were made this way. */
  boolean isOf(OutlineRecipe recipe) {
    return how(recipe).equals(how);
  }

  /** As read back: numbers of a tree that was in a file have the file's types. */
  static ObjectNode how(OutlineRecipe recipe) {
    ObjectNode how = SettingsTree.JSON.createObjectNode();
    how.set("contrast", SettingsTree.tree(recipe.maps().contrast()));
    how.set("maps", SettingsTree.tree(recipe.method().settings(recipe.maps())));
    how.set("mask", SettingsTree.tree(recipe.mask()));
    return SettingsTree.parseYaml(how.toString(), "settings of a method");
  }
}
