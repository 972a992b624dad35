package io.wisp.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.StopSignal;
import io.wisp.engine.Engine;
import io.wisp.engine.Precision;
import io.wisp.engine.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

class FormatProofTest {
  private static final Engine BFLOAT16 = Engine.reference().with(Precision.BFLOAT16);
  private static final int MANY = 1 << 15;

  @Test
  void aLayerThatComesOutAlikeIsRight() {
    Verdict verdict = verdict(probe("same", () -> Tensors.of(new float[] {1, -2.01f}, 2)));

    assertThat(verdict.right()).isTrue();
    assertThat(verdict.error()).isBetween(0.004, 0.006);
    assertThat(verdict.sentence())
        .isEqualTo(
            "all 1 kinds of layers of this network agree with float32, off by 0.0050 at most");
  }

  @Test
  void anErrorIsFoundAndNamed() {
    Verdict verdict =
        verdict(
            probe("fine", () -> Tensors.of(new float[] {1, -2}, 2)),
            probe("3x3 32>1 @16", () -> Tensors.of(new float[] {1.62f, -2}, 2)));

    assertThat(verdict.right()).isFalse();
    assertThat(verdict.sentence()).isEqualTo("the output of the layer 3x3 32>1 @16 is off by 0.31");
  }

  @Test
  void aNaNNowAndThenIsFound() {
    int[] calls = {0};
    Verdict verdict =
        verdict(
            probe(
                "moody",
                () -> Tensors.of(new float[] {1, calls[0]++ % 3 == 2 ? Float.NaN : -2}, 2)));

    assertThat(verdict.right()).isFalse();
    assertThat(verdict.sentence()).isEqualTo("the output of the layer moody is not finite");
  }

  @Test
  void aLayerThatReadsWhatLayInMemoryIsFound() {
    Verdict verdict = verdict(probe("unwritten", FormatProofTest::unwritten));

    assertThat(verdict.right()).isFalse();
    assertThat(verdict.layer()).isEqualTo("unwritten");
  }

  /** The expected values plus what lay in fresh memory: nothing, in a process that begins. */
  private static Tensor unwritten() {
    Tensor padding =
        torch.empty(new long[] {MANY}, new TensorOptions(torch.ScalarType.Float), null);
    return Tensors.of(new float[] {1, -2}, 2).add(padding.sum());
  }

  @Test
  void aLayerThatLibTorchRefusesIsFoundAndQuoted() {
    Verdict verdict =
        verdict(
            probe(
                "refused",
                () -> {
                  throw new IllegalStateException("bf16 path needs the cpu support\nmore");
                }));

    assertThat(verdict.right()).isFalse();
    assertThat(verdict.sentence())
        .isEqualTo("LibTorch refuses the layer refused: bf16 path needs the cpu support");
  }

  @Test
  void aStopEndsItBeforeTheNextLayerAndClosesAll() {
    StopSignal stop = new StopSignal();
    List<String> events = new ArrayList<>();
    LayerProbe first = noting("first", events, stop::request);
    LayerProbe second = noting("second", events, () -> {});

    assertThatThrownBy(() -> FormatProof.of(BFLOAT16, List.of(first, second), stop))
        .isInstanceOf(CancellationException.class);
    assertThat(events.stream().distinct())
        .containsExactly("first computed", "first closed", "second closed");
  }

  private static LayerProbe noting(String name, List<String> events, Runnable then) {
    return new LayerProbe() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Map<String, Tensor> compute(Precision precision) {
        events.add(name + " computed");
        then.run();
        return Map.of("output", Tensors.of(new float[] {1, -2}, 2));
      }

      @Override
      public void close() {
        events.add(name + " closed");
      }
    };
  }

  private static Verdict verdict(LayerProbe... probes) {
    return FormatProof.of(BFLOAT16, List.of(probes), new StopSignal());
  }

  /** A layer that gives (1, −2) in float32, and what the supplier says in bfloat16. */
  private static LayerProbe probe(String name, Supplier<Tensor> inBfloat16) {
    return new LayerProbe() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Map<String, Tensor> compute(Precision precision) {
        return Map.of(
            "output",
            precision == Precision.FLOAT32 ? Tensors.of(new float[] {1, -2}, 2) : inBfloat16.get());
      }
    };
  }
}
