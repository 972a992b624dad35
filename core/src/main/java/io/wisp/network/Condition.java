package io.wisp.network;

import io.wisp.engine.Scope;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Timestep, label and position as the layers see them: their embedding, and what each layer derives
 * from it. That is computed once, however often the condition is used.
 *
 * <p>Made by {@link UNetModel#condition}; it is valid for that network until its parameters change.
 * Several threads may share it; whoever made it closes it, before the network.
 */
public final class Condition implements AutoCloseable {
  private final Tensor embedding;
  private final Map<Object, List<Tensor>> derived = new ConcurrentHashMap<>();

  /**
   * Takes an embedding.
   *
   * @param embedding [N, E] with a row per image, or [1, E] for all images; float32
   */
  Condition(Tensor embedding) {
    try (Scope scope = new Scope()) {
      this.embedding = scope.own(torch.silu(embedding));
    }
  }

  /**
   * What this layer derives from the embedding, after its SiLU.
   *
   * @param layer unique per layer
   */
  List<Tensor> derived(Object layer, Function<Tensor, List<Tensor>> from) {
    return derived.computeIfAbsent(
        layer,
        key -> {
          try (Scope scope = new Scope()) {
            return from.apply(embedding).stream().map(scope::own).toList();
          }
        });
  }

  @Override
  public void close() {
    derived.values().forEach(tensors -> tensors.forEach(Tensor::close));
    embedding.close();
  }
}
