package io.wisp.network;

import io.wisp.engine.Gradients;
import io.wisp.engine.Scope;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * One parameter of a layer: float32, with copies in the forms that its layer computes with (another
 * number format, a packed layout) where no gradient is needed. In inference several threads may
 * share it: each copy is made by the first that needs it, and the others wait. {@link Parameters}
 * closes it.
 */
final class Parameter implements AutoCloseable {
  final String name;
  final Init init;
  final long fanIn;
  final long[] shape;
  private Tensor master;
  private final Map<Object, Tensor> derived = new ConcurrentHashMap<>();

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
    return recordsGradient() ? master.to(type) : derived(type.intern(), () -> master.to(type));
  }

  /**
   * A form of the values, made once and kept until they change.
   *
   * @param form names it
   */
  Tensor derived(Object form, Supplier<Tensor> maker) {
    return derived.computeIfAbsent(
        form,
        key -> {
          try (Scope scope = new Scope();
              Gradients off = Gradients.off()) {
            return scope.own(maker.get());
          }
        });
  }

  boolean recordsGradient() {
    return master.requires_grad();
  }

  void bind(Tensor view) {
    master = view;
  }

  /** Drops the derived forms, since the values have changed. */
  void refresh() {
    derived.values().forEach(Tensor::close);
    derived.clear();
  }

  @Override
  public void close() {
    refresh();
    if (master != null) {
      master.close();
    }
  }
}
