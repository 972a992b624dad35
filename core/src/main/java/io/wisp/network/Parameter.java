package io.wisp.network;

import io.wisp.engine.Scope;
import java.util.Arrays;
import java.util.function.Supplier;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * One parameter of a layer: float32, with a copy in the form that its layer computes with (another
 * number format, or a packed layout) where no gradient is wanted.
 */
final class Parameter implements AutoCloseable {
  final String name;
  final Init init;
  final long fanIn;
  final long[] shape;
  private Tensor master;
  private Tensor derived;

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
    return recordsGradient() ? master.to(type) : derived(() -> master.to(type));
  }

  /** A form of the values that is made once and kept until they change; one form a parameter. */
  Tensor derived(Supplier<Tensor> form) {
    if (derived == null) {
      try (Scope scope = new Scope()) {
        derived = scope.own(form.get());
      }
    }
    return derived;
  }

  boolean recordsGradient() {
    return master.requires_grad();
  }

  void bind(Tensor view) {
    master = view;
  }

  /** Forgets the derived copy, since the values have changed. */
  void refresh() {
    if (derived != null) {
      derived.close();
      derived = null;
    }
  }

  @Override
  public void close() {
    refresh();
    if (master != null) {
      master.close();
    }
  }
}
