package io.wisp.activation;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import io.wisp.network.TinyNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrincipalComponentTest {
  private static final float[] PATTERN = {0, 1, 4, -2, 3, 0};
  private static final double MEAN = 1;

  /** Channels that are one pattern at several strengths: the projection is |strengths| times it. */
  @ParameterizedTest
  @ValueSource(doubles = {1, -1})
  void ofOnePatternItIsThePatternTurnedAsTheSum(double sign) {
    double[] strengths = {3 * sign, -1 * sign, 2 * sign};
    float[] expected = new float[PATTERN.length];
    for (int p = 0; p < expected.length; p++) {
      expected[p] = (float) (sign * Math.sqrt(14) * (PATTERN[p] - MEAN));
    }
    assertThat(TinyNetwork.distance(expected, component(strengths))).isLessThan(1e-6);
  }

  @Test
  void withoutAnyDifferenceItIsZero() {
    assertThat(component(new double[] {0, 0})).containsOnly(0f);
  }

  private static float[] component(double[] strengths) {
    float[] channels = new float[strengths.length * PATTERN.length];
    for (int i = 0; i < channels.length; i++) {
      channels[i] = (float) (strengths[i / PATTERN.length] * PATTERN[i % PATTERN.length]);
    }
    try (Scope scope = new Scope()) {
      return Tensors.toFloats(
          PrincipalComponent.of(Tensors.of(channels, 1, strengths.length, 2, 3)));
    }
  }
}
