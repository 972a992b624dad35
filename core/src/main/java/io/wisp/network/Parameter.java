package io.wisp.network;

import io.wisp.engine.Scope;
import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * One parameter of a layer: float32, with a copy in another number format where a layer computes in
 * one and no gradient is wanted.
 */
final class Parameter implements AutoCloseable {
  final String name;
  final Init init;
  final long fanIn;
  final long[] shape;
  private Tensor master;
  private Tensor cast;

  Parameter(String name, Init init, long fanIn, long... shape) {
    this.name = name;
    this.init = init;
    this.fanIn = fanIn;
    this.shape = shape;
  }

  long count() {
    return Arrays.stream(shape).reduce(1, Math::multiplyExact);
  }

  /** The float32 values; a leaf of the graph. */
  Tensor tensor() {
    return master;
  }

  /** The values in the given format: a differentiable cast in training, else cast once and kept. */
  Tensor as(ScalarType type) {
    if (type == ScalarType.Float) {
      return master;
    }
    if (master.requires_grad()) {
      return master.to(type);
    }
    if (cast == null) {
      try (Scope scope = new Scope()) {
        cast = scope.own(master.to(type));
      }
    }
    return cast;
  }

  void bind(Tensor view) {
    master = view;
  }

  /** Forgets the cast copy, since the values have changed. */
  void refresh() {
    if (cast != null) {
      cast.close();
      cast = null;
    }
  }

  /** The values as one vector in the order in which they lie in memory. */
  Tensor inMemoryOrder(Tensor values, MemoryFormat layout) {
    return (lastChannels(layout) ? values.permute(0, 2, 3, 1) : values).reshape(-1);
  }

  /** The parameter's shape on its piece of a flat vector: the inverse of {@link #inMemoryOrder}. */
  Tensor viewOf(Tensor piece, MemoryFormat layout) {
    return lastChannels(layout)
        ? piece.view(shape[0], shape[2], shape[3], shape[1]).permute(0, 3, 1, 2)
        : piece.view(shape);
  }

  private boolean lastChannels(MemoryFormat layout) {
    return shape.length == 4 && layout == MemoryFormat.ChannelsLast;
  }

  @Override
  public void close() {
    refresh();
    if (master != null) {
      master.close();
    }
  }
}
