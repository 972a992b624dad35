package io.wisp.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.engine.Engine;
import io.wisp.engine.Gradients;
import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import io.wisp.network.Init;
import io.wisp.network.RandomSource;
import io.wisp.testing.TinyRun;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the noise predictor is told in training. */
class DiffusionTaskTest {
  private static final int IMAGES = 2;

  @Test
  void aLabelThatIsLeftOutDoesNotCount() {
    try (Learner learner = learner()) {
      assertThat(loss(learner, batch(0, 1))).isNotEqualTo(loss(learner, batch(1, 1)));
      assertThat(loss(learner, batch(0, 0))).isEqualTo(loss(learner, batch(1, 0)));
    }
  }

  @Test
  void thePositionCountsWhereTheNetworkIsToldIt() {
    try (Learner told = learner("network.position=embedding");
        Learner other = learner()) {
      assertThat(loss(told, batch(0, 1, 0.2f))).isNotEqualTo(loss(told, batch(0, 1, 0.9f)));
      assertThat(loss(other, batch(0, 1, 0.2f))).isEqualTo(loss(other, batch(0, 1, 0.9f)));
    }
  }

  /** Without zeros, so that a fresh network says something. */
  private static Learner learner(String... assignments) {
    RandomSource random = new RandomSource(5);
    return new DiffusionTask(TinyRun.settings(assignments))
        .learner(
            Engine.reference(),
            (name, shape, init, fanIn) ->
                random.values(name, shape, init == Init.ZERO ? Init.FAN_IN : init, fanIn));
  }

  private static Batch batch(int label, float told) {
    return batch(label, told, 0.5f);
  }

  private static Batch batch(int label, float told, float position) {
    Random random = new Random(1);
    float[] images = new float[IMAGES * 16 * 16];
    float[] noise = new float[images.length];
    for (int i = 0; i < images.length; i++) {
      images[i] = 2 * random.nextFloat() - 1;
      noise[i] = (float) random.nextGaussian();
    }
    int[] labels = {label, label};
    float[] known = new float[IMAGES];
    Arrays.fill(known, told);
    float[] positions = new float[IMAGES];
    Arrays.fill(positions, position);
    return new Batch(images, noise, new int[] {30, 400}, labels, known, positions, new float[0]);
  }

  private static float loss(Learner learner, Batch batch) {
    try (Scope scope = new Scope();
        Gradients off = Gradients.off()) {
      return Tensors.toFloats(learner.loss().apply(batch))[0];
    }
  }
}
