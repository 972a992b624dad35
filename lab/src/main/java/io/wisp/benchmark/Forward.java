package io.wisp.benchmark;

import io.wisp.base.CloseOnFailure;
import io.wisp.diffusion.Conditions;
import io.wisp.engine.Engine;
import io.wisp.engine.Gradients;
import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import io.wisp.network.UNetConfig;
import io.wisp.network.UNetModel;
import org.bytedeco.pytorch.Tensor;

/**
 * One evaluation of ε_θ for a batch of noisy images that share timestep and label, as those of a
 * branch of a map do; these are prepared once.
 */
final class Forward implements Workload {
  /** A noise level in the middle of the range used for maps. */
  private static final int TIMESTEP = 200;

  /** A position in the middle of a scan, for networks that take it. */
  private static final float MIDDLE = 0.5f;

  private final UNetModel network;
  private final Tensor images;
  private final Conditions conditions;
  private final int timestep;

  Forward(Variant variant, int batch) {
    network = variant.network();
    Engine engine = variant.engine();
    UNetConfig config = variant.settings().network();
    long side = config.imageSize();
    timestep = Math.min(TIMESTEP, variant.settings().diffusion().steps() - 1);
    try (CloseOnFailure opened = new CloseOnFailure();
        Scope scope = new Scope()) {
      images =
          opened.add(
              scope.own(
                  TensorFormat.FLOAT32.random(engine, batch, config.inChannels(), side, side)));
      Tensor label = network.embedLabels(Tensors.longs(new int[1], engine));
      conditions = new Conditions(network, label, MIDDLE);
      opened.keep();
    }
  }

  static Task task(int batch) {
    return new Task(
        "forward, batch " + batch, "image", batch, variant -> new Forward(variant, batch));
  }

  @Override
  public void run() {
    try (Scope scope = new Scope();
        Gradients off = Gradients.off()) {
      Tensors.toFloats(network.forward(images, conditions.at(timestep)));
    }
  }

  @Override
  public void close() {
    images.close();
    conditions.close();
  }
}
