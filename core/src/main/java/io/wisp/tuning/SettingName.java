package io.wisp.tuning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wisp.BadSetting;
import io.wisp.UserError;
import io.wisp.base.SettingsTree;
import io.wisp.training.RunSettings;
import java.util.ArrayList;
import java.util.List;

/**
 * A setting by its name in config.yaml.
 *
 * @param name with dots: {@code mask.foreground.erosion}
 */
public record SettingName(String name) {
  /** Its value. */
  JsonNode of(RunSettings settings) {
    JsonNode place = SettingsTree.tree(settings);
    for (String part : parts()) {
      place = place.path(part);
    }
    if (place instanceof MissingNode) {
      throw new BadSetting(
          name,
          "",
          "There is no setting %s: use a name from the run's config.yaml, such as map.tau."
              .formatted(name));
    }
    return place;
  }

  /**
   * The settings with another value of this one; a list of one may be given without brackets.
   *
   * @throws UserError if there is no such setting, or if it cannot have this value
   */
  RunSettings in(RunSettings settings, JsonNode value) {
    boolean listed = of(settings).isArray() && !value.isArray();
    ArrayNode list = SettingsTree.JSON.createArrayNode();
    ObjectNode change = SettingsTree.JSON.createObjectNode();
    putInto(change, listed ? list.add(value) : value);
    ObjectNode changed = SettingsTree.overlay(SettingsTree.tree(settings), change, name);
    return RunSettings.read(changed, name + " = " + text(value));
  }

  /** Puts a value under this name into a tree, keeping the rest. */
  void putInto(ObjectNode tree, JsonNode value) {
    List<String> parts = parts();
    ObjectNode place = tree;
    for (String part : parts.subList(0, parts.size() - 1)) {
      place = place.get(part) instanceof ObjectNode section ? section : place.putObject(part);
    }
    place.set(lastPart(), value);
  }

  /** The name without its sections. */
  String lastPart() {
    return parts().get(parts().size() - 1);
  }

  /** Its section, or itself. */
  String section() {
    return parts().get(0);
  }

  private List<String> parts() {
    return List.of(name.split("\\.", -1));
  }

  /** A value as one line of YAML. */
  static String text(JsonNode value) {
    List<String> parts = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(one -> parts.add(text(one)));
      return "[" + String.join(", ", parts) + "]";
    }
    if (value.isObject()) {
      value
          .properties()
          .forEach(field -> parts.add(field.getKey() + ": " + text(field.getValue())));
      return "{" + String.join(", ", parts) + "}";
    }
    return value.asText();
  }
}
