package io.wisp.diffusion;

import io.wisp.engine.Gradients;
import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import io.wisp.network.Condition;
import io.wisp.network.UNetModel;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/**
 * One label at every timestep: what a network is told of the images that it is shown. Each is
 * worked out once, for all batches and noise draws.
 */
public final class Conditions implements AutoCloseable {
  private final UNetModel model;
  private final Tensor labelEmbedding;
  private final Map<Integer, Condition> known = new HashMap<>();

  /**
   * Keeps an embedding.
   *
   * @param labelEmbedding [1, E], for all images; null without a condition
   */
  public Conditions(UNetModel model, Tensor labelEmbedding) {
    this.model = model;
    try (Scope scope = new Scope()) {
      this.labelEmbedding = labelEmbedding == null ? null : scope.own(labelEmbedding.detach());
    }
  }

  /** The label at this timestep. */
  public Condition at(int timestep) {
    return known.computeIfAbsent(timestep, this::make);
  }

  private Condition make(int timestep) {
    try (Scope scope = new Scope();
        Gradients off = Gradients.off()) {
      Tensor t = Tensors.longs(new int[] {timestep}, model.engine());
      return model.condition(t, labelEmbedding);
    }
  }

  @Override
  public void close() {
    known.values().forEach(Condition::close);
    if (labelEmbedding != null) {
      labelEmbedding.close();
    }
  }
}
