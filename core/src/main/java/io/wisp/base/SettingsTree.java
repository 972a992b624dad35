package io.wisp.base;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.wisp.BadFile;
import io.wisp.BadSetting;
import io.wisp.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Settings as records: defaults, overlaid by files and by {@code name.field=value}, checked, and
 * written back as YAML or JSON. Unknown names are rejected.
 */
public final class SettingsTree {
  /** JSON of records, indented; unknown names are errors. */
  public static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private static final YAMLMapper YAML =
      YAMLMapper.builder().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER).build();

  private SettingsTree() {}

  /** Reads a YAML (or JSON) file into a tree. */
  public static ObjectNode readYaml(Path file) {
    return asObject(read(file), file.toString());
  }

  /** Reads a YAML (or JSON) file that holds a list, one tree per entry. */
  public static List<ObjectNode> readYamlList(Path file) {
    JsonNode list = read(file);
    if (!list.isArray()) {
      throw new BadFile(file, "%s must hold a list: begin each entry with a dash.".formatted(file));
    }
    List<ObjectNode> entries = new ArrayList<>();
    for (JsonNode entry : list) {
      entries.add(asObject(entry, "%s, entry %s".formatted(file, entries.size() + 1)));
    }
    return entries;
  }

  private static JsonNode read(Path file) {
    try {
      return YAML.readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      throw new BadFile(
          file,
          "The settings file %s is not valid YAML: %s".formatted(file, e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw new BadFile(
          file, "The settings file %s cannot be read: check its name.".formatted(file), e);
    }
  }

  /** Parses YAML that ships with Wisp or lies in memory. */
  public static ObjectNode parseYaml(String text, String origin) {
    try {
      return asObject(YAML.readTree(text), origin);
    } catch (JsonProcessingException e) {
      throw new UserError("%s is not valid YAML: %s".formatted(origin, e.getOriginalMessage()), e);
    }
  }

  /** A record as a tree. */
  public static ObjectNode tree(Object settings) {
    return JSON.valueToTree(settings);
  }

  /** A record as YAML text. */
  public static String toYaml(Object settings) {
    try {
      return YAML.writeValueAsString(tree(settings));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Lays one tree over another; an empty section of the overlay changes nothing.
   *
   * @param base every valid name, with its value
   * @param overlay names to change
   * @param origin where the overlay comes from, for messages
   */
  public static ObjectNode overlay(ObjectNode base, JsonNode overlay, String origin) {
    ObjectNode result = base.deepCopy();
    merge(result, overlay, origin, "");
    return result;
  }

  private static void merge(ObjectNode base, JsonNode overlay, String origin, String prefix) {
    for (Iterator<String> names = overlay.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      JsonNode old = base.get(name);
      if (old == null) {
        List<String> known = new ArrayList<>();
        base.fieldNames().forEachRemaining(known::add);
        throw new BadSetting(
            prefix + name,
            overlay.get(name),
            "%s sets %s%s, which does not exist; there are: %s."
                .formatted(origin, prefix, name, String.join(", ", known)));
      }
      JsonNode value = overlay.get(name);
      if (old.isObject() && value.isObject()) {
        merge((ObjectNode) old, value, origin, prefix + name + ".");
      } else if (!(old.isObject() && value.isNull())) {
        base.set(name, value);
      }
    }
  }

  /** Turns {@code train.steps=2000} into a tree; the value is read as YAML. */
  public static ObjectNode assignment(String text) {
    int equals = text.indexOf('=');
    String[] path = text.substring(0, Math.max(0, equals)).strip().split("\\.", -1);
    if (List.of(path).contains("")) {
      throw new BadSetting(
          text,
          "",
          "'%s' is not a setting with a value: write name=value, such as train.steps=2000."
              .formatted(text));
    }
    ObjectNode root = JSON.createObjectNode();
    ObjectNode place = root;
    for (int i = 0; i < path.length - 1; i++) {
      place = place.putObject(path[i]);
    }
    try {
      place.set(path[path.length - 1], YAML.readTree(text.substring(equals + 1)));
    } catch (JsonProcessingException e) {
      throw new BadSetting(
          String.join(".", path),
          text.substring(equals + 1),
          "%s: the value is not valid YAML.".formatted(text));
    }
    return root;
  }

  /** A tree as a checked record. */
  public static <T> T as(Class<T> type, JsonNode tree, String origin) {
    return section(type, tree, "", origin);
  }

  /**
   * A section of a tree as a checked record.
   *
   * @param name of the section, for messages
   */
  public static <T> T section(Class<T> type, JsonNode tree, String name, String origin) {
    try {
      return JSON.treeToValue(tree, type);
    } catch (ValueInstantiationException e) {
      if (e.getCause() instanceof UserError mistake) {
        String path = pathOf(name, e);
        String place = origin + (path.contains(".") ? " (" + path + ")" : "");
        throw mistake instanceof BadSetting setting
            ? setting.at(place, path)
            : new UserError(place + ": " + mistake.getMessage(), mistake);
      }
      throw new UserError(origin + ": " + e.getOriginalMessage(), e);
    } catch (com.fasterxml.jackson.databind.JsonMappingException e) {
      throw new UserError(
          "%s: %s is wrong: %s".formatted(origin, pathOf(name, e), e.getOriginalMessage()), e);
    } catch (JsonProcessingException e) {
      throw new UserError(origin + ": " + e.getOriginalMessage(), e);
    }
  }

  private static String pathOf(
      String section, com.fasterxml.jackson.databind.JsonMappingException e) {
    Stream<String> inside =
        e.getPath().stream()
            .map(r -> r.getFieldName() == null ? String.valueOf(r.getIndex()) : r.getFieldName());
    return Stream.concat(Stream.of(section).filter(name -> !name.isEmpty()), inside)
        .collect(Collectors.joining("."));
  }

  private static ObjectNode asObject(JsonNode node, String origin) {
    if (node instanceof ObjectNode object) {
      return object;
    }
    if (node == null || node.isMissingNode() || node.isNull()) {
      return JSON.createObjectNode();
    }
    throw new UserError(origin + " must hold name: value lines.");
  }
}
