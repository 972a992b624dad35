package io.wisp.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.engine.Engine;
import io.wisp.engine.Gradients;
import io.wisp.engine.Precision;
import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

/** The forms that layers take when no gradient is recorded. */
class InferenceTest {
  private static final Engine FLOAT32 = Engine.reference();
  private static final Engine BFLOAT16 = FLOAT32.with(Precision.BFLOAT16);

  /** Large enough for norms in two passes, and for skipped images that are never joined. */
  private static final String[] LARGE = {
    "image_size=128", "model_channels=64", "channel_mult=[1,1,1,1]", "attention_resolutions=[]"
  };

  @Test
  void aLargeImageInBfloat16IsCloseToFloat32() {
    float[] exact = of(FLOAT32, 1, LARGE);
    assertThat(TinyNetwork.distance(exact, of(BFLOAT16, 1, LARGE))).isBetween(1e-6, 0.03);
  }

  @Test
  void imagesTogetherInBfloat16AreCloseToFloat32() {
    float[] exact = of(FLOAT32, 3);
    assertThat(TinyNetwork.distance(exact, of(BFLOAT16, 3))).isBetween(1e-6, 0.03);
  }

  /** In bfloat16 the two take forms of their own, each as far from float32 as above. */
  @Test
  void oneConditionForAllEqualsOneARow() {
    for (Engine engine : new Engine[] {FLOAT32, BFLOAT16}) {
      double rounding = engine.precision() == Precision.FLOAT32 ? 1e-5 : 2 * 0.03;
      assertThat(TinyNetwork.distance(rows(engine, 1), rows(engine, 3))).isLessThan(rounding);
    }
  }

  @Test
  void imagesOfDifferentPositionsAreTogetherWhatTheyAreAlone() {
    assertPositionsKeptApart(FLOAT32, 1e-5);
    assertPositionsKeptApart(FLOAT32, 1e-5, "use_scale_shift_norm=false");
  }

  /** Alone in float32: in bfloat16 one image and several take forms that round differently. */
  @Test
  void inBfloat16ImagesOfDifferentPositionsAreTogetherCloseToWhatTheyAreAlone() {
    assertPositionsKeptApart(BFLOAT16, 0.03);
    assertPositionsKeptApart(BFLOAT16, 0.03, "use_scale_shift_norm=false");
    assertPositionsKeptApart(BFLOAT16, 0.03, LARGE);
  }

  private static void assertPositionsKeptApart(Engine engine, double rounding, String... changes) {
    float[] together = placed(engine, new int[] {0, 1}, changes, 0.1f, 0.7f);
    int pixels = together.length / 2;
    for (int i = 0; i < 2; i++) {
      float[] image = Arrays.copyOfRange(together, i * pixels, (i + 1) * pixels);
      float[] alone = placed(FLOAT32, new int[] {i}, changes, i == 0 ? 0.1f : 0.7f);
      float[] elsewhere = placed(FLOAT32, new int[] {i}, changes, i == 0 ? 0.7f : 0.1f);
      assertThat(TinyNetwork.distance(alone, elsewhere)).isGreaterThan(5 * rounding);
      assertThat(TinyNetwork.distance(alone, image)).isLessThan(rounding);
    }
  }

  /** What the network makes of some of the images, each with its position. */
  private static float[] placed(Engine engine, int[] images, String[] changes, float... positions) {
    String[] all = Arrays.copyOf(changes, changes.length + 1);
    all[changes.length] = "position=embedding";
    try (UNetModel model = TinyNetwork.random(engine, all);
        Scope scope = new Scope();
        Gradients off = Gradients.off()) {
      model.parameters().tensors().get("position_embed.2.weight").mul_(Tensors.scalar(20));
      Tensor x = images(model, 2).narrow(0, images[0], images.length);
      Tensor t = Tensors.of(new long[] {300}, 1);
      Tensor label = model.embedLabels(Tensors.of(new long[] {1}, 1));
      Tensor places = Tensors.of(positions, positions.length);
      return Tensors.toFloats(model.forward(x, t, label, places));
    }
  }

  @Test
  void aPreparedConditionServesAgain() {
    try (UNetModel model = TinyNetwork.random(FLOAT32);
        Scope scope = new Scope();
        Gradients off = Gradients.off()) {
      Tensor x = images(model, 2);
      Tensor t = Tensors.of(new long[] {300}, 1);
      Tensor label = model.embedLabels(Tensors.of(new long[] {1}, 1));
      float[] once = Tensors.toFloats(model.forward(x, t, label));
      try (Condition condition = model.condition(t, label, null)) {
        assertThat(Tensors.toFloats(model.forward(x, condition))).isEqualTo(once);
        assertThat(Tensors.toFloats(model.forward(x, condition))).isEqualTo(once);
      }
    }
  }

  private static float[] of(Engine engine, int images, String... changes) {
    try (UNetModel model = TinyNetwork.random(engine, changes);
        Scope scope = new Scope();
        Gradients off = Gradients.off()) {
      Tensor label = model.embedLabels(Tensors.of(new long[] {1}, 1));
      Tensor t = Tensors.of(new long[] {300}, 1);
      return Tensors.toFloats(model.forward(images(model, images), t, label));
    }
  }

  private static float[] rows(Engine engine, int rows) {
    try (UNetModel model = TinyNetwork.random(engine);
        Scope scope = new Scope();
        Gradients off = Gradients.off()) {
      Tensor label = model.embedLabels(Tensors.of(new long[rows], rows));
      return Tensors.toFloats(
          model.forward(images(model, 3), Tensors.of(new long[rows], rows), label));
    }
  }

  private static Tensor images(UNetModel model, int count) {
    int side = model.config().imageSize();
    float[] pixels = new float[count * side * side];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) Math.cos(0.7 * i);
    }
    return Tensors.of(pixels, count, 1, side, side);
  }
}
