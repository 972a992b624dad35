package io.wisp.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QkvAttentionTest {
  private static final int TOKENS = 5;
  private static final int HEADS = 2;
  private static final int WIDTH = 3;
  private static final int CHANNELS = HEADS * WIDTH;

  @ParameterizedTest
  @EnumSource(QkvAttention.class)
  void agreesWithTheFormulaWrittenOut(QkvAttention order) {
    float[] qkv = random(TOKENS * 3 * CHANNELS);
    float[] attended = apply(order, qkv, HEADS);
    for (int head = 0; head < HEADS; head++) {
      for (int token = 0; token < TOKENS; token++) {
        double[] expected = attend(order, qkv, head, token);
        for (int c = 0; c < WIDTH; c++) {
          assertThat((double) attended[token * CHANNELS + head * WIDTH + c])
              .isCloseTo(expected[c], within(1e-5));
        }
      }
    }
  }

  @Test
  void withOneHeadTheOrdersAgree() {
    float[] qkv = random(TOKENS * 3 * CHANNELS);
    assertThat(apply(QkvAttention.HEADS_FIRST, qkv, 1))
        .isEqualTo(apply(QkvAttention.QKV_FIRST, qkv, 1));
  }

  /** softmax(q·k / √width) v for one token of one head. */
  private static double[] attend(QkvAttention order, float[] qkv, int head, int token) {
    double[] weights = new double[TOKENS];
    double total = 0;
    for (int other = 0; other < TOKENS; other++) {
      double product = 0;
      for (int c = 0; c < WIDTH; c++) {
        product += at(order, qkv, token, 0, head, c) * at(order, qkv, other, 1, head, c);
      }
      weights[other] = Math.exp(product / Math.sqrt(WIDTH));
      total += weights[other];
    }
    double[] sum = new double[WIDTH];
    for (int other = 0; other < TOKENS; other++) {
      for (int c = 0; c < WIDTH; c++) {
        sum[c] += weights[other] / total * at(order, qkv, other, 2, head, c);
      }
    }
    return sum;
  }

  /** q (0), k (1) or v (2): within its head's part, or heads within each of the three parts. */
  private static double at(QkvAttention order, float[] qkv, int token, int part, int head, int c) {
    int channel =
        order == QkvAttention.HEADS_FIRST
            ? (3 * head + part) * WIDTH + c
            : part * CHANNELS + head * WIDTH + c;
    return qkv[token * 3 * CHANNELS + channel];
  }

  private static float[] apply(QkvAttention order, float[] qkv, int heads) {
    try (Scope scope = new Scope()) {
      return Tensors.toFloats(order.apply(Tensors.of(qkv, 1, TOKENS, 3 * CHANNELS), heads));
    }
  }

  private static float[] random(int count) {
    Random random = new Random(1);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
