package io.wisp.tuning;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wisp.base.SettingsTree;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The choice, and the reasons.
 *
 * @param slices the validation slices
 * @param start the run's settings as they were, with the plan's draws
 * @param steps in order
 * @param chosen the result of the last step
 * @param confidence of each slice under the chosen settings
 * @param oracle the comparison with the choice from masks, if requested
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

  /** The searched settings, in the order of the steps. */
  public List<SettingName> names() {
    return steps.stream().map(step -> step.knob().setting()).toList();
  }

  /** The chosen values by name, to override a run's config.yaml. */
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
