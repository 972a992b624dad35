package io.wisp.tuning;

import com.fasterxml.jackson.databind.JsonNode;
import io.wisp.BadSetting;
import io.wisp.UserError;
import io.wisp.base.SettingsTree;
import io.wisp.training.RunSettings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A setting and the values to try.
 *
 * @param setting which
 * @param values to try, besides the current one
 */
public record Knob(SettingName setting, List<JsonNode> values) {
  public Knob {
    values = List.copyOf(values);
  }

  /**
   * A knob with values that Jackson can convert.
   *
   * @param name as in config.yaml
   */
  static Knob of(String name, List<?> values) {
    return new Knob(
        new SettingName(name),
        values.stream().map(value -> SettingsTree.JSON.<JsonNode>valueToTree(value)).toList());
  }

  /**
   * A knob as it is typed: {@code map.tau=[0, 0.5]}.
   *
   * @throws UserError if it is not a name with a list
   */
  public static Knob parse(String text) {
    int equals = text.indexOf('=');
    String name = text.substring(0, Math.max(0, equals)).strip();
    String origin = "The trials " + text;
    JsonNode values =
        name.isEmpty()
            ? null
            : SettingsTree.parseYaml("values: " + text.substring(equals + 1), origin).get("values");
    if (values == null || !values.isArray()) {
      throw new BadSetting(
          "trials",
          text,
          origin
              + " cannot be read: give a name and a list of values to try, such as map.tau=[0, 0.5].");
    }
    List<JsonNode> all = new ArrayList<>();
    values.forEach(all::add);
    return new Knob(new SettingName(name), all);
  }

  /** The trials: the current settings first, then with each other value. */
  List<RunSettings> candidates(RunSettings current) {
    Set<RunSettings> candidates = new LinkedHashSet<>(List.of(current));
    values.forEach(value -> candidates.add(setting.in(current, value)));
    return List.copyOf(candidates);
  }

  /** The setting's value as a number, also from a list of one. */
  OptionalDouble number(RunSettings settings) {
    JsonNode value = setting.of(settings);
    JsonNode single = value.isArray() && value.size() == 1 ? value.get(0) : value;
    return single.isNumber() ? OptionalDouble.of(single.asDouble()) : OptionalDouble.empty();
  }
}
