package io.wisp.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wisp.BadSetting;
import io.wisp.activation.PerturbationSettings;
import io.wisp.base.SettingsTree;
import io.wisp.mask.MaskRecipe;
import io.wisp.network.UNetConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The settings that ship with Wisp, as trees: what they leave out is as by default. */
final class Presets {
  /** Smallest first. */
  private static final List<String> NAMES =
      List.of("demo", "small", "small-chaos", "paper-brats", "paper-chaos");

  /** The earlier name of the preset paper-brats. */
  private static final String PAPER = "paper";

  private Presets() {}

  /**
   * The settings of a preset, with every valid name.
   *
   * @throws BadSetting if there is no such preset
   */
  static ObjectNode tree(String asked) {
    String name = asked.equals(PAPER) ? "paper-brats" : asked;
    if (!NAMES.contains(name)) {
      throw new BadSetting(
          "preset",
          name,
          "There is no preset '%s'; there are: %s.".formatted(name, String.join(", ", NAMES)));
    }
    ObjectNode given = resource(name);
    return SettingsTree.overlay(basis(given), given, "preset " + name);
  }

  /** What a preset overlays: the preset that it is {@code like}, or the defaults. */
  private static ObjectNode basis(ObjectNode given) {
    JsonNode like = given.remove("like");
    if (like != null) {
      return tree(like.asText());
    }
    ObjectNode basis = given.deepCopy();
    basis.set("network", SettingsTree.tree(UNetConfig.defaults()));
    RunSettings.METHOD_SECTIONS.forEach(
        section -> basis.set(section.name(), SettingsTree.tree(section.published())));
    return basis;
  }

  /**
   * A tree of an earlier version: later additions to training, maps and masks are off, the rest is
   * as in the preset small.
   */
  static ObjectNode completed(ObjectNode tree, String origin) {
    ObjectNode base = SettingsTree.overlay(tree("small"), resource("earlier"), "earlier runs");
    base.set("map", SettingsTree.tree(PerturbationSettings.published()));
    base.set("mask", SettingsTree.tree(MaskRecipe.published()));
    return SettingsTree.overlay(base, EarlierNames.replaced(tree), origin);
  }

  private static ObjectNode resource(String name) {
    try (InputStream stream =
        Presets.class.getResourceAsStream("/io/wisp/presets/" + name + ".yaml")) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return SettingsTree.parseYaml(text, "preset " + name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
