package io.wisp.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.UserError;
import io.wisp.engine.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UNetConfigTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "image_size=15      | network.image_size is 15, but must be divisible by 2",
        "image_size=0       | network.image_size is 0, but must be at least 1",
        "in_channels=0      | network.in_channels is 0",
        "out_channels=0     | network.out_channels is 0",
        "model_channels=48  | network.model_channels is 48, but must be a multiple of 32",
        "num_res_blocks=0   | network.num_res_blocks is 0, but must be at least 1",
        "dropout=1          | network.dropout is 1.0, but must be in [0, 1)",
        "dropout=-0.1       | network.dropout is -0.1",
        "channel_mult=[]    | network.channel_mult is []",
        "channel_mult=[1,0] | network.channel_mult is [1, 0], but must be positive",
        "num_classes=-1     | network.num_classes is -1",
        "num_heads=0        | network.num_heads is 0, but must be at least 1",
        "num_head_channels=0 | network.num_head_channels is 0, but must be positive or -1",
        "num_heads_upsample=0 | network.num_heads_upsample is 0, but must be positive or -1",
      })
  void anImpossibleValueIsRefusedWithItsName(String assignment, String sentence) {
    assertThatThrownBy(() -> TinyNetwork.config(assignment))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(sentence);
  }

  @ParameterizedTest
  @CsvSource({
    "num_heads=3",
    "num_heads_upsample=3",
    "num_head_channels=24",
    "num_head_channels=96"
  })
  void headsThatDoNotDivideTheChannelsAreRefused(String assignment) {
    UNetConfig config = TinyNetwork.config(assignment);
    assertThatThrownBy(() -> UNetModel.golden(config, Engine.reference()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("64 channels")
        .hasMessageContaining("num_head");
  }

  @Test
  void theDecoderHasItsOwnHeadsOnlyWhereTheyAreGiven() {
    assertThat(TinyNetwork.config("num_heads_upsample=4").headsUpsample(64)).isEqualTo(4);
    assertThat(TinyNetwork.config().headsUpsample(64)).isEqualTo(2);
    assertThat(TinyNetwork.config("num_head_channels=8").headsUpsample(64)).isEqualTo(8);
  }
}
