package io.wisp.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wisp.engine.Gradients;
import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import io.wisp.network.TinyNetwork;
import io.wisp.network.UNetModel;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdamWTest {
  private static final double RATE = 0.01;

  /** Each step has the gradient g = weight / 4, which the loss Σ weight² / 8 has. */
  @ParameterizedTest
  @CsvSource({"0, 0", "0.1, 0", "0, 0.5", "0.1, 0.5"})
  void agreesWithTheFormulaWrittenOut(double weightDecay, double clip) {
    try (UNetModel model = TinyNetwork.golden()) {
      model.training(true);
      float[] before = Tensors.toFloats(model.parameters().flat());
      try (AdamW optimizer = new AdamW(model.parameters(), weightDecay, clip)) {
        for (int step = 0; step < 3; step++) {
          try (Scope scope = new Scope()) {
            loss(model).backward();
            optimizer.step(step, RATE);
          }
        }
      }
      double[] expected = writtenOut(before, weightDecay, clip);
      float[] after = Tensors.toFloats(model.parameters().flat());
      for (int i = 0; i < after.length; i += 997) {
        assertThat((double) after[i]).isCloseTo(expected[i], within(2e-5));
      }
    }
  }

  /** Neither an infinite gradient nor one whose square is infinite may reach the moments. */
  @ParameterizedTest
  @CsvSource({"NaN, 1", "NaN, 0", "-Infinity, 1", "Infinity, 0", "1e30, 0"})
  void aStepWithoutFiniteGradientsChangesNothing(float gradient, double clip) {
    try (UNetModel model = TinyNetwork.golden()) {
      model.training(true);
      Tensor weights = model.parameters().flat();
      try (AdamW optimizer = new AdamW(model.parameters(), 0.1, clip);
          MovingAverage average = new MovingAverage(model.parameters(), 0.9)) {
        step(model, optimizer, average, 0, 1);
        List<Tensor> all =
            List.of(weights, average.average(), optimizer.firstMoment(), optimizer.secondMoment());
        List<float[]> before = all.stream().map(Tensors::toFloats).toList();
        step(model, optimizer, average, 1, gradient);
        assertThat(optimizer.skip().isSet()).isTrue();
        assertThat(all.stream().map(Tensors::toFloats).toList())
            .usingElementComparator(Arrays::compare)
            .isEqualTo(before);
        step(model, optimizer, average, 2, 1);
        assertThat(optimizer.skip().isSet()).isFalse();
        assertThat(Tensors.toFloats(weights)).isNotEqualTo(before.get(0));
        assertThat(all).allMatch(Tensors::isFinite);
      }
    }
  }

  private static void step(
      UNetModel model, AdamW optimizer, MovingAverage average, int step, float factor) {
    try (Scope scope = new Scope()) {
      Tensor one = model.parameters().tensors().values().iterator().next();
      try (Gradients on = Gradients.on()) {
        loss(model).add(one.flatten().select(0, 5).mul(Tensors.scalar(factor))).sum().backward();
      }
      optimizer.step(step, RATE);
      average.update(step, optimizer.skip());
    }
  }

  private static Tensor loss(UNetModel model) {
    Tensor sum = Tensors.of(new float[1], 1);
    try (Gradients on = Gradients.on()) {
      for (Tensor parameter : model.parameters().tensors().values()) {
        sum = sum.add(parameter.square().sum());
      }
      return sum.sum().div(Tensors.scalar(8));
    }
  }

  private static double[] writtenOut(float[] start, double weightDecay, double clip) {
    double[] weight = new double[start.length];
    double[] first = new double[start.length];
    double[] second = new double[start.length];
    for (int i = 0; i < start.length; i++) {
      weight[i] = start[i];
    }
    for (int step = 1; step <= 3; step++) {
      double norm = 0;
      for (double w : weight) {
        norm += w / 4 * (w / 4);
      }
      double scale = clip > 0 ? Math.min(1, clip / Math.sqrt(norm)) : 1;
      for (int i = 0; i < weight.length; i++) {
        double gradient = scale * weight[i] / 4;
        first[i] = 0.9 * first[i] + 0.1 * gradient;
        second[i] = 0.999 * second[i] + 0.001 * gradient * gradient;
        double unbiasedFirst = first[i] / (1 - Math.pow(0.9, step));
        double unbiasedSecond = second[i] / (1 - Math.pow(0.999, step));
        weight[i] *= 1 - RATE * weightDecay;
        weight[i] -= RATE * unbiasedFirst / (Math.sqrt(unbiasedSecond) + 1e-8);
      }
    }
    return weight;
  }
}
