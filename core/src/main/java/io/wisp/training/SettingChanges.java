package io.wisp.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wisp.base.SettingsTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Changes to a run's settings: first a file, then single assignments.
 *
 * @param file some settings in YAML, named as in config.yaml
 * @param assignments such as {@code map.tau=0}; later ones override earlier ones
 */
public record SettingChanges(Optional<Path> file, List<String> assignments) {
  public SettingChanges {
    assignments = List.copyOf(assignments);
  }

  /** Assignments only. */
  public static SettingChanges of(List<String> assignments) {
    return new SettingChanges(Optional.empty(), assignments);
  }

  /**
   * A tree with these changes.
   *
   * @throws io.wisp.UserError if one has a name that the tree does not have
   */
  ObjectNode over(ObjectNode tree) {
    ObjectNode result = tree;
    if (file.isPresent()) {
      ObjectNode read = EarlierNames.replaced(SettingsTree.readYaml(file.get()));
      result = SettingsTree.overlay(result, read, file.get().toString());
    }
    for (String assignment : assignments) {
      ObjectNode change = EarlierNames.replaced(SettingsTree.assignment(assignment));
      result = SettingsTree.overlay(result, change, assignment);
    }
    return result;
  }
}
