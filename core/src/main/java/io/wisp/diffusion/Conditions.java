package io.wisp.diffusion;

import io.wisp.base.CloseOnFailure;
import io.wisp.engine.Gradients;
import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import io.wisp.network.Condition;
import io.wisp.network.UNetModel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bytedeco.pytorch.Tensor;

/**
 * One label at every timestep, and the positions of a batch of images: what a network is told of
 * the images that it is shown. Each is worked out once, for all noise draws. Several threads may
 * share it; whoever made it closes it, before the network, which is not its own.
 */
public final class Conditions implements AutoCloseable {
  private final UNetModel model;
  private final Tensor labelEmbedding;
  private final Tensor positions;
  private final Map<Integer, Condition> known = new ConcurrentHashMap<>();

  /**
   * Keeps what is told.
   *
   * @param labelEmbedding [1, E], for all images; null for no label
   * @param positions where in its scan each image lies, in [0, 1], or one for all; a network
   *     without positions needs none, and does not look at them
   */
  public Conditions(UNetModel model, Tensor labelEmbedding, float... positions) {
    this.model = model;
    try (CloseOnFailure opened = new CloseOnFailure();
        Scope scope = new Scope()) {
      this.labelEmbedding =
          labelEmbedding == null ? null : opened.add(scope.own(labelEmbedding.detach()));
      this.positions =
          positions.length == 0
              ? null
              : scope.own(Tensors.floats(positions, model.engine(), positions.length));
      opened.keep();
    }
  }

  /** Label and positions at this timestep. */
  public Condition at(int timestep) {
    return known.computeIfAbsent(timestep, this::make);
  }

  private Condition make(int timestep) {
    try (Scope scope = new Scope();
        Gradients off = Gradients.off()) {
      Tensor t = Tensors.longs(new int[] {timestep}, model.engine());
      return model.condition(t, labelEmbedding, positions);
    }
  }

  @Override
  public void close() {
    known.values().forEach(Condition::close);
    if (positions != null) {
      positions.close();
    }
    if (labelEmbedding != null) {
      labelEmbedding.close();
    }
  }
}
