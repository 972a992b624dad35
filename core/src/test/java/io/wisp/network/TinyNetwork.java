package io.wisp.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wisp.base.SettingsTree;
import io.wisp.engine.Engine;
import io.wisp.engine.Gradients;
import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import org.bytedeco.pytorch.Tensor;

/** The network of the golden file {@code unet_basic}, and inputs for it. */
public final class TinyNetwork {
  private static final String CONFIG =
      """
      image_size: 16
      model_channels: 32
      num_res_blocks: 1
      attention_resolutions: [2]
      channel_mult: [1, 2]
      num_classes: 2
      num_heads: 2
      use_scale_shift_norm: true
      """;

  private TinyNetwork() {}

  /** Its settings, with some changed: {@code dropout=0.5}. */
  public static UNetConfig config(String... assignments) {
    ObjectNode tree =
        SettingsTree.overlay(
            SettingsTree.tree(UNetConfig.defaults()),
            SettingsTree.parseYaml(CONFIG, "tiny"),
            "tiny");
    for (String assignment : assignments) {
      tree = SettingsTree.overlay(tree, SettingsTree.assignment(assignment), assignment);
    }
    return SettingsTree.as(UNetConfig.class, tree, "tiny");
  }

  /** A network without zeros in it, in float32 on the processor. */
  public static UNetModel golden(String... assignments) {
    return UNetModel.golden(config(assignments), Engine.reference());
  }

  /** A network of random values, also where a fresh one has zeros. */
  public static UNetModel random(Engine engine, String... assignments) {
    RandomSource random = new RandomSource(5);
    return UNetModel.create(
        config(assignments),
        engine,
        (name, shape, init, fanIn) ->
            random.values(name, shape, init == Init.ZERO ? Init.FAN_IN : init, fanIn));
  }

  /** What the network makes of two fixed images of different classes at different timesteps. */
  static float[] output(UNetModel model) {
    try (Scope scope = new Scope();
        Gradients off = Gradients.off()) {
      Tensor embedding = model.embedLabels(Tensors.of(new long[] {0, 1}, 2));
      Tensor t = Tensors.of(new long[] {3, 700}, 2);
      return Tensors.toFloats(model.forward(images(model), t, embedding));
    }
  }

  /** What the network makes of these images under a condition. */
  static float[] output(UNetModel model, Condition condition) {
    try (Scope scope = new Scope();
        Gradients off = Gradients.off()) {
      return Tensors.toFloats(model.forward(images(model), condition));
    }
  }

  private static Tensor images(UNetModel model) {
    int side = model.config().imageSize();
    float[] pixels = new float[2 * side * side];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) Math.cos(0.7 * i);
    }
    return Tensors.of(pixels, 2, 1, side, side);
  }

  /** The largest difference, relative to the largest value of the first. */
  public static double distance(float[] expected, float[] actual) {
    double largest = 0;
    double worst = 0;
    for (int i = 0; i < expected.length; i++) {
      largest = Math.max(largest, Math.abs(expected[i]));
      worst = Math.max(worst, Math.abs(expected[i] - actual[i]));
    }
    return worst / largest;
  }
}
