package io.wisp.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.StopSignal;
import io.wisp.UserError;
import io.wisp.engine.Engine;
import io.wisp.engine.Engine.IfWrong;
import io.wisp.engine.Precision;
import io.wisp.proof.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkProofTest {
  private static final Verdict WRONG =
      new Verdict(Precision.BFLOAT16, 4, "3x3 32>1 @16", "gradient of the input", 0.31, "");
  private static final Verdict RIGHT =
      new Verdict(Precision.BFLOAT16, 4, "norm 32", "gradient of the input", 0.0132, "");

  @Test
  void aFormatThatIsWrongIsReplacedByFloat32AndTheReasonNamesTheLayer() {
    Engine engine = NetworkProof.decide(WRONG, engine(IfWrong.FALL_BACK));

    assertThat(engine.precision()).isEqualTo(Precision.FLOAT32);
    assertThat(engine.reason())
        .isEqualTo(
            "cpu (asked for), float32 (bfloat16 comes out wrong: the gradient of the input of the"
                + " layer 3x3 32>1 @16 is off by 0.31)");
  }

  @Test
  void aFormatThatWasAskedForIsRefusedWhereItIsWrong() {
    assertThatThrownBy(() -> NetworkProof.decide(WRONG, engine(IfWrong.REFUSE)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("layer 3x3 32>1 @16 is off by 0.31")
        .hasMessageContaining("in bfloat16 all the same");
  }

  @Test
  void aFormatThatIsRightStaysAndTheReasonSaysSo() {
    Engine engine = NetworkProof.decide(RIGHT, engine(IfWrong.FALL_BACK));

    assertThat(engine.precision()).isEqualTo(Precision.BFLOAT16);
    assertThat(engine.reason())
        .contains("bfloat16 (all 4 kinds of layers of this network agree with float32");
  }

  @Test
  void theKindsOfLayersCoverFirstAndLastStridedPointwiseNormAttentionAndEmbedding() {
    List<String> names =
        LayerKinds.of(TinyNetwork.config(), Engine.reference()).stream()
            .map(ProbedLayer::name)
            .toList();

    assertThat(names)
        .contains(
            "3x3 1>32 @16",
            "3x3 32>1 @16",
            "3x3 32>32 @16/2",
            "1x1 32>64 @8",
            "norm 32",
            "residual block 32")
        .anyMatch(name -> name.startsWith("attention 64"));
  }

  /** Whatever this processor is: LibTorch computes bfloat16 on each, if slowly. */
  @Test
  void bfloat16IsRightHereInAllKindsOfLayers() {
    Engine engine = Engine.reference().with(Precision.BFLOAT16);

    Verdict verdict = NetworkProof.fresh(TinyNetwork.config(), engine, new StopSignal());

    assertThat(verdict.right()).as(verdict.sentence()).isTrue();
    assertThat(verdict.error()).as("bfloat16 rounds").isGreaterThan(1e-3);
    assertThat(NetworkProof.verdict(TinyNetwork.config(), engine, new StopSignal()))
        .isEqualTo(verdict);
  }

  private static Engine engine(IfWrong ifWrong) {
    Engine plain = Engine.reference();
    return new Engine(
        plain.deviceType(),
        Precision.BFLOAT16,
        ifWrong,
        plain.threads(),
        plain.deviceReason(),
        "it computes bfloat16 natively");
  }
}
