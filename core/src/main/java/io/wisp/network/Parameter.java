package io.wisp.network;

import io.wisp.engine.Gradients;
import io.wisp.engine.Scope;
import java.util.Arrays;
import java.util.function.Supplier;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * One parameter of a layer: float32, with copies in the forms that its layer computes with where no
 * gradient of it is wanted: in another number format, and packed. A classifier needs both, since
 * gradients of its input are sought between plain passes.
 */
final class Parameter implements AutoCloseable {
  final String name;
  final Init init;
  final long fanIn;
  final long[] shape;
  private Tensor master;
  private Tensor cast;
  private Tensor packed;

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
    if (type.intern() == ScalarType.Float) {
      return master;
    }
    return recordsGradient() ? master.to(type) : cast(type);
  }

  /**
   * The values in a packed layout, made once and kept until they change; one layout a parameter.
   */
  Tensor packed(Supplier<Tensor> form) {
    packed = packed == null ? kept(form) : packed;
    return packed;
  }

  private Tensor cast(ScalarType type) {
    cast = cast == null ? kept(() -> master.to(type)) : cast;
    return cast;
  }

  private static Tensor kept(Supplier<Tensor> form) {
    try (Scope scope = new Scope();
        Gradients off = Gradients.off()) {
      return scope.own(form.get());
    }
  }

  boolean recordsGradient() {
    return master.requires_grad();
  }

  void bind(Tensor view) {
    master = view;
  }

  /** Forgets the copies, since the values have changed. */
  void refresh() {
    cast = freed(cast);
    packed = freed(packed);
  }

  private static Tensor freed(Tensor copy) {
    if (copy != null) {
      copy.close();
    }
    return null;
  }

  @Override
  public void close() {
    refresh();
    if (master != null) {
      master.close();
    }
  }
}
