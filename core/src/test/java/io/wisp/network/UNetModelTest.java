package io.wisp.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.engine.Engine;
import io.wisp.engine.Precision;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

class UNetModelTest {
  @Test
  void anUntrainedNetworkPredictsNothing() {
    try (UNetModel model =
        UNetModel.create(TinyNetwork.config(), Engine.reference(), new RandomSource(1))) {
      assertThat(TinyNetwork.output(model)).containsOnly(0f);
    }
  }

  @Test
  void dropoutWorksInTrainingOnly() {
    float[] plain;
    try (UNetModel model = TinyNetwork.golden()) {
      plain = TinyNetwork.output(model);
    }
    try (UNetModel model = TinyNetwork.golden("dropout=0.5")) {
      assertThat(TinyNetwork.output(model)).isEqualTo(plain);
      model.training(true);
      assertThat(TinyNetwork.distance(plain, TinyNetwork.output(model))).isGreaterThan(0.01);
      model.training(false);
      assertThat(TinyNetwork.output(model)).isEqualTo(plain);
    }
  }

  @Test
  void dropoutFollowsTheSeed() {
    try (UNetModel model = TinyNetwork.golden("dropout=0.5")) {
      model.training(true);
      torch.manual_seed(4);
      float[] first = TinyNetwork.output(model);
      float[] second = TinyNetwork.output(model);
      torch.manual_seed(4);
      assertThat(TinyNetwork.output(model)).isEqualTo(first).isNotEqualTo(second);
    }
  }

  /** bfloat16 has 8 bits of mantissa, a rounding of 0.4 %; a few of them add up. */
  @Test
  void bfloat16IsCloseToFloat32() {
    float[] exact;
    try (UNetModel model = TinyNetwork.random(Engine.reference())) {
      exact = TinyNetwork.output(model);
    }
    Engine fast = Engine.reference().with(Precision.BFLOAT16);
    try (UNetModel model = TinyNetwork.random(fast)) {
      assertThat(TinyNetwork.distance(exact, TinyNetwork.output(model))).isBetween(1e-6, 0.03);
    }
  }

  @Test
  void theLabelChangesTheOutput() {
    try (UNetModel model = TinyNetwork.golden()) {
      float[] before = TinyNetwork.output(model);
      model.parameters().tensors().get("label_emb.weight").zero_();
      assertThat(TinyNetwork.distance(before, TinyNetwork.output(model))).isGreaterThan(0.01);
    }
  }

  @Test
  void theTwoOrdersOfAttentionReadTheSameWeightsDifferently() {
    try (UNetModel legacy = TinyNetwork.golden();
        UNetModel other = TinyNetwork.golden("use_new_attention_order=true")) {
      assertThat(other.parameters().sortedNames()).isEqualTo(legacy.parameters().sortedNames());
      assertThat(TinyNetwork.distance(TinyNetwork.output(legacy), TinyNetwork.output(other)))
          .isGreaterThan(1e-4);
    }
  }

  @Test
  void theSameSeedGivesTheSameNetwork() {
    float[] first = values(1);
    assertThat(values(1)).isEqualTo(first);
    assertThat(values(2)).isNotEqualTo(first);
  }

  private static float[] values(long seed) {
    return new RandomSource(seed).values("input_blocks.0.0.weight", new long[] {8}, Init.FAN_IN, 9);
  }
}
