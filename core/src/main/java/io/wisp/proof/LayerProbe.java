package io.wisp.proof;

import io.wisp.engine.Precision;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/**
 * A layer with an input, to be computed in different number formats. Used by one thread; {@link
 * FormatProof#of} closes it.
 */
public interface LayerProbe extends AutoCloseable {
  /** Such as {@code 3x3 32>1 @64}. */
  String name();

  /**
   * Computes the layer once, from the same input each time.
   *
   * @return outputs and gradients by name, float32; they belong to the open scope
   */
  Map<String, Tensor> compute(Precision precision);

  /** Frees the layer and its input. */
  @Override
  default void close() {}
}
