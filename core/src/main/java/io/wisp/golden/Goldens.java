package io.wisp.golden;

import io.wisp.Settings;
import io.wisp.UserError;
import io.wisp.engine.Engine;
import io.wisp.engine.Precision;
import io.wisp.engine.Tensors;
import io.wisp.network.UNetConfig;
import io.wisp.weights.TensorFile;
import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** What the checks share: reading configurations and tensors of a golden file, and bounds. */
final class Goldens {
  /** bfloat16 has 8 bits of mantissa: errors of a deep network are some hundredths. */
  private static final double BFLOAT16_BOUND = 0.1;

  private Goldens() {}

  /** The network that a golden file's metadata describes. */
  static UNetConfig config(TensorFile file, String key) {
    String json = file.metadata().get(key);
    if (json == null) {
      throw new UserError("%s has no metadata '%s'.".formatted(file.source(), key));
    }
    var tree =
        Settings.overlay(
            Settings.tree(UNetConfig.defaults()),
            Settings.parseYaml(json, key),
            file.source() + ", metadata " + key);
    return Settings.as(UNetConfig.class, tree, file.source().toString());
  }

  static Tensor floats(TensorFile file, String name, Engine engine) {
    var array = file.get(name);
    return Tensors.of(array.floats(), array.shape()).to(engine.device(), ScalarType.Float);
  }

  static Tensor longs(TensorFile file, String name, Engine engine) {
    var array = file.get(name);
    return Tensors.of(array.longs(), array.shape()).to(engine.device(), ScalarType.Long);
  }

  static int[] ints(TensorFile file, String name) {
    return Arrays.stream(file.get(name).longs()).mapToInt(Math::toIntExact).toArray();
  }

  /** The bound for float32, or a wide one for formats with few bits. */
  static double bound(Engine engine, double float32) {
    return engine.precision() == Precision.FLOAT32 ? float32 : Math.max(float32, BFLOAT16_BOUND);
  }

  static GoldenResult compare(
      String name, TensorFile file, String quantity, Tensor actual, double bound) {
    return GoldenResult.compare(
        name, quantity, Tensors.toFloats(actual), file.get(quantity).floats(), bound);
  }
}
