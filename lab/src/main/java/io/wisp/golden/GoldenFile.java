package io.wisp.golden;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.wisp.UserError;
import io.wisp.diffusion.NoiseSchedule;
import io.wisp.engine.Engine;
import io.wisp.engine.Tensors;
import io.wisp.network.UNetConfig;
import io.wisp.weights.NamedArray;
import io.wisp.weights.Safetensors;
import io.wisp.weights.TensorFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * A golden file on an engine: its tensors on the device, its metadata as values. Remembers which
 * tensors were asked for.
 */
final class GoldenFile {
  /** Python writes NaN into JSON as it is. */
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private final TensorFile file;
  private final Engine engine;
  private final Set<String> used = new LinkedHashSet<>();

  GoldenFile(TensorFile file, Engine engine) {
    this.file = file;
    this.engine = engine;
  }

  Engine engine() {
    return engine;
  }

  boolean contains(String tensor) {
    return file.contains(tensor);
  }

  Set<String> tensors() {
    return file.tensors().keySet();
  }

  /** Names of tensors that were never requested. */
  List<String> unused() {
    return tensors().stream().filter(name -> !used.contains(name)).toList();
  }

  NamedArray array(String tensor) {
    used.add(tensor);
    return file.get(tensor);
  }

  double[] doubles(String tensor) {
    return array(tensor).doubles();
  }

  Tensor floats(String tensor) {
    NamedArray array = array(tensor);
    return Tensors.of(array.floats(), array.shape()).to(engine.device(), ScalarType.Float);
  }

  /** Timesteps as the network takes them, which may be fractions. */
  Tensor timesteps(String tensor) {
    return array(tensor).type().isFloating() ? floats(tensor) : longs(tensor);
  }

  /** Timesteps as indices into a schedule with that number of steps. */
  int[] steps(String tensor, int count) {
    return Arrays.stream(within(tensor, count)).mapToInt(Math::toIntExact).toArray();
  }

  /** Class indices below the number of classes. */
  Tensor labels(String tensor, int classes) {
    within(tensor, classes);
    return longs(tensor);
  }

  private Tensor longs(String tensor) {
    NamedArray array = array(tensor);
    return Tensors.of(array.longs(), array.shape()).to(engine.device(), ScalarType.Long);
  }

  private long[] within(String tensor, int count) {
    long[] values = array(tensor).longs();
    for (long value : values) {
      if (value < 0 || value >= count) {
        throw new UserError(
            "%s: the tensor '%s' holds %s, but must lie from 0 to %s."
                .formatted(file.source(), tensor, value, count - 1));
      }
    }
    return values;
  }

  boolean says(String key) {
    return file.metadata().containsKey(key);
  }

  String text(String key) {
    String value = file.metadata().get(key);
    if (value == null) {
      throw new UserError("%s has no metadata '%s'.".formatted(file.source(), key));
    }
    return value;
  }

  int number(String key) {
    try {
      return Integer.parseInt(text(key).strip());
    } catch (NumberFormatException e) {
      throw new UserError(
          "%s: metadata '%s' is '%s', but must be a whole number."
              .formatted(file.source(), key, text(key)),
          e);
    }
  }

  JsonNode json(String key) {
    try {
      return JSON.readTree(text(key));
    } catch (JsonProcessingException e) {
      throw new UserError(
          "%s: metadata '%s' is no proper JSON: %s"
              .formatted(file.source(), key, e.getOriginalMessage()),
          e);
    }
  }

  /** The schedule of {@code schedule} and {@code T}. */
  NoiseSchedule schedule() {
    return schedule(text("schedule"), number("T"));
  }

  NoiseSchedule schedule(String kind, int steps) {
    for (NoiseSchedule.Kind known : NoiseSchedule.Kind.values()) {
      if (known.name().toLowerCase(Locale.ROOT).equals(kind)) {
        return NoiseSchedule.of(known, steps);
      }
    }
    throw new UserError(
        "%s names the noise schedule '%s'; Wisp knows linear and cosine."
            .formatted(file.source(), kind));
  }

  /**
   * The network that the metadata describes: as JSON, or by the name of a golden file beside this
   * one that describes it.
   */
  UNetConfig network(String key) {
    if (text(key).stripLeading().startsWith("{")) {
      return PublishedConfig.read(json(key), file.source() + ", metadata " + key);
    }
    Path described = file.source().resolveSibling(text(key) + ".safetensors");
    if (!Files.isRegularFile(described)) {
      throw new UserError(
          "%s is about the network of %s, which is not beside it: copy that file there too."
              .formatted(file.source(), described.getFileName()));
    }
    return new GoldenFile(Safetensors.read(described), engine).network("config");
  }
}
