package io.wisp.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wisp.engine.Gradients;
import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import io.wisp.network.TinyNetwork;
import io.wisp.network.UNetModel;
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
