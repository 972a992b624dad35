package io.wisp.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wisp.dataset.SourceFolder.LeftOut;
import io.wisp.volume.VolumeInfo;
import java.io.IOException;
import java.util.List;

/** What {@code wisp info --json} prints. A number that JSON does not know (NaN) becomes null. */
final class InfoJson {
  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .setSerializationInclusion(JsonInclude.Include.NON_NULL)
          .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .registerModule(
              new SimpleModule()
                  .addSerializer(double.class, new FiniteNumber())
                  .addSerializer(Double.class, new FiniteNumber()));

  private InfoJson() {}

  /** One flat object. */
  static String of(VolumeInfo info) throws JsonProcessingException {
    return MAPPER.writeValueAsString(node(info));
  }

  /** One flat object for a folder that is a scan, with what of it is not used. */
  static String of(VolumeInfo info, List<LeftOut> leftOut) throws JsonProcessingException {
    ObjectNode node = node(info);
    if (!leftOut.isEmpty()) {
      ObjectNode unused = node.putObject("left_out");
      leftOut.forEach(one -> unused.put(one.path(), one.reason()));
    }
    return MAPPER.writeValueAsString(node);
  }

  private static ObjectNode node(VolumeInfo info) {
    ObjectNode node = MAPPER.valueToTree(info);
    JsonNode details = node.remove("details");
    if (details != null) {
      node.set(info.details().format(), details);
    }
    return node;
  }

  /** An object for each scan and for all that is none, by its path. */
  static String of(List<ScanEntry> entries, List<LeftOut> leftOut) throws JsonProcessingException {
    ObjectNode all = MAPPER.createObjectNode();
    for (ScanEntry entry : entries) {
      ObjectNode node = all.putObject(entry.name()).put("ok", entry.ok());
      if (entry.ok()) {
        node.setAll(node(entry.info()));
      } else {
        node.put("error", Advice.sentence(entry.error()));
      }
    }
    leftOut.forEach(
        one -> all.putObject(one.path()).put("ok", false).put("left_out", one.reason()));
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(all);
  }

  private static final class FiniteNumber extends JsonSerializer<Double> {
    @Override
    public void serialize(Double value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      if (Double.isFinite(value)) {
        json.writeNumber(value);
      } else {
        json.writeNull();
      }
    }
  }
}
