package io.wisp.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.wisp.Golden;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoldenScoreTest {
  private static final Offset<Double> ROUNDING = within(1e-12);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void allMeasuresAgreeWithMedpy(int pair) {
    Golden golden = Golden.read("metrics.safetensors");
    JsonNode expected = golden.metadata("expected").get(pair);
    double[] spacing = new double[expected.get("spacing").size()];
    Arrays.setAll(spacing, axis -> expected.get("spacing").get(axis).doubleValue());

    Score score =
        Score.of(
            golden.booleans("pred" + pair),
            golden.booleans("truth" + pair),
            golden.shape("truth" + pair),
            spacing);

    assertThat(score.dice()).isCloseTo(expected.get("dice").doubleValue(), ROUNDING);
    assertThat(score.iou()).isCloseTo(expected.get("iou").doubleValue(), ROUNDING);
    assertThat(score.precision()).isCloseTo(expected.get("precision").doubleValue(), ROUNDING);
    assertThat(score.recall()).isCloseTo(expected.get("recall").doubleValue(), ROUNDING);
    assertThat(score.hd95()).isCloseTo(expected.get("hd95").doubleValue(), ROUNDING);
    assertThat(score.hd()).isCloseTo(expected.get("hd").doubleValue(), ROUNDING);
    assertThat(score.assd()).isCloseTo(expected.get("assd").doubleValue(), ROUNDING);
  }
}
