package io.wisp.network;

import io.wisp.engine.Engine;
import io.wisp.engine.Gradients;
import io.wisp.engine.Precision;
import io.wisp.engine.Tensors;
import io.wisp.proof.LayerProbe;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A layer of a network by itself, with weights and an input that are exact in bfloat16: so formats
 * differ in arithmetic, not in input. Kinds of layers, not layers: duplicates are computed once,
 * and large images are cropped to a corner.
 */
final class ProbedLayer implements LayerProbe {
  private static final int IMAGES = 2;

  private final String name;
  private final Engine engine;
  private final int channels;
  private final int side;
  private final int embedding;
  private final Function<LayerPath, Layer> maker;
  private Layer layer;
  private Parameters parameters;

  ProbedLayer(
      String name,
      Engine engine,
      int channels,
      int side,
      int embedding,
      Function<LayerPath, Layer> maker) {
    this.name = name;
    this.engine = engine;
    this.channels = channels;
    this.side = side;
    this.embedding = embedding;
    this.maker = maker;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Map<String, Tensor> compute(Precision precision) {
    if (parameters == null) {
      Parameters declared = new Parameters();
      layer = maker.apply(new LayerPath(declared, "layer"));
      declared.materialise(engine, new ExactSource());
      parameters = declared;
    }
    Map<String, Tensor> results = new LinkedHashMap<>();
    Engine own = engine.with(precision);
    train(own, results);
    infer(own, 1, results);
    infer(own, IMAGES, results);
    return results;
  }

  private void train(Engine own, Map<String, Tensor> results) {
    parameters.requireGradients(true);
    parameters.collectGradientsIn(torch.zeros_like(parameters.flat()));
    Tensor x = images(IMAGES).requires_grad_(true);
    try (Condition condition = condition(IMAGES)) {
      Tensor output = forward(own, x, condition);
      results.put("output in training", output.detach());
      output.mul(weights(output)).sum().backward();
    }
    results.put("gradient of the input", x.grad());
    parameters
        .tensors()
        .forEach(
            (parameter, values) ->
                results.put(
                    "gradient of " + parameter.substring("layer.".length()), values.grad()));
    parameters.requireGradients(false);
  }

  private void infer(Engine own, int count, Map<String, Tensor> results) {
    try (Gradients off = Gradients.off();
        Condition condition = condition(1)) {
      results.put("output in inference of " + count, forward(own, images(count), condition));
    }
  }

  private Tensor forward(Engine own, Tensor x, Condition condition) {
    return layer
        .forward(new Features(own.activations(x)), condition)
        .to(torch.ScalarType.Float)
        .contiguous();
  }

  private Tensor images(int count) {
    return ExactSource.tensor(engine, count, channels, side, side);
  }

  private Condition condition(int rows) {
    return new Condition(ExactSource.tensor(engine, rows, embedding));
  }

  /** The loss weight of each pixel. */
  private Tensor weights(Tensor output) {
    return ExactSource.tensor(engine, Tensors.shape(output));
  }

  @Override
  public void close() {
    if (parameters != null) {
      parameters.close();
    }
  }
}
