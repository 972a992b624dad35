package io.wisp.tuning;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wisp.base.SettingsTree;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What was chosen, and why.
 *
 * @param slices that judged
 * @param start the run's settings as they were, with the plan's draws
 * @param steps in their order
 * @param chosen what the last step left
 * @param confidence of each slice under the chosen settings
 * @param oracle the comparison with someone who sees masks, if it was asked for
 */
public record TuningResult(
    TuningPlan plan,
    ValidationSlices slices,
    Trial start,
    List<TuningStep> steps,
    Trial chosen,
    List<SliceConfidence> confidence,
    Optional<OracleComparison> oracle) {
  public TuningResult {
    steps = List.copyOf(steps);
    confidence = List.copyOf(confidence);
  }

  /** What was searched, in the order of the steps. */
  public List<SettingName> names() {
    return steps.stream().map(step -> step.knob().setting()).toList();
  }

  /** The chosen values under their names, to lay over a run's config.yaml. */
  public ObjectNode settings() {
    ObjectNode tree = SettingsTree.JSON.createObjectNode();
    names().forEach(name -> name.putInto(tree, name.of(chosen.settings())));
    return tree;
  }

  /** Every searched setting with its chosen value, in a line. */
  public String choiceText() {
    return text(chosen);
  }

  /** Every searched setting with its value in a trial, in a line. */
  String text(Trial trial) {
    return names().stream()
        .map(name -> name.name() + " " + SettingName.text(name.of(trial.settings())))
        .collect(Collectors.joining(", "));
  }
}
