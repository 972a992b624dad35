package io.wisp.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wisp.UserError;
import io.wisp.base.SettingsTree;
import io.wisp.network.UNetConfig;
import java.util.List;
import java.util.Map.Entry;

/** Arguments of guided-diffusion's networks: absent or null values take its defaults. */
final class PublishedConfig {
  private static final List<String> REQUIRED =
      List.of(
          "image_size",
          "in_channels",
          "model_channels",
          "out_channels",
          "num_res_blocks",
          "attention_resolutions");

  /** They change how the published code computes, not its result. */
  private static final List<String> WITHOUT_EFFECT = List.of("use_checkpoint", "use_fp16");

  private PublishedConfig() {}

  /**
   * Reads them.
   *
   * @param origin where they stand, for messages
   */
  static UNetConfig read(JsonNode arguments, String origin) {
    for (String name : REQUIRED) {
      if (!arguments.hasNonNull(name)) {
        throw new UserError("%s does not say %s.".formatted(origin, name));
      }
    }
    if (arguments.path("dims").asInt(2) != 2) {
      throw new UserError(
          "%s wants dims %s; Wisp's networks are 2-D.".formatted(origin, arguments.get("dims")));
    }
    ObjectNode given = SettingsTree.JSON.createObjectNode();
    for (Entry<String, JsonNode> argument : arguments.properties()) {
      String name = argument.getKey();
      if (!argument.getValue().isNull() && !WITHOUT_EFFECT.contains(name) && !name.equals("dims")) {
        given.set(name, argument.getValue());
      }
    }
    return SettingsTree.as(
        UNetConfig.class, SettingsTree.overlay(publishedDefaults(), given, origin), origin);
  }

  private static ObjectNode publishedDefaults() {
    ObjectNode defaults = SettingsTree.tree(UNetConfig.defaults());
    defaults.putArray("channel_mult").add(1).add(2).add(4).add(8);
    return defaults;
  }
}
