package io.wisp.bench;

import io.wisp.benchmark.ConvolutionForm;
import io.wisp.benchmark.ConvolutionKernel;
import io.wisp.benchmark.TensorFormat;
import io.wisp.benchmark.Workload;
import io.wisp.engine.Engine;
import io.wisp.engine.Gradients;
import io.wisp.engine.Scope;
import io.wisp.network.ConvolutionShape;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Single kernels on random images, ready to be run: batch 1, as a person waits for one slice.
 *
 * @param engine where
 */
record Kernels(Engine engine) {
  /** Numbers of the array that is copied: far more than a cache holds. */
  private static final long COPIED = 1L << 26;

  Workload convolution(ConvolutionShape shape, TensorFormat format, ConvolutionForm form) {
    ConvolutionKernel kernel = form.kernel(shape, format, engine);
    Tensor images = kept(format, 1, shape.inputs(), shape.side(), shape.side());
    return new Repeated(
        () -> kernel.apply(images),
        () -> {
          kernel.close();
          images.close();
        });
  }

  Workload operation(LayerOperation operation, ImageShape shape, TensorFormat format) {
    Tensor images = kept(format, 1, shape.channels(), shape.side(), shape.side());
    Tensor row = kept(format, shape.channels());
    return new Repeated(
        () -> operation.apply(images, row),
        () -> {
          images.close();
          row.close();
        });
  }

  /** A copy within the memory, of {@link #copiedBytes} read and written. */
  Workload copy() {
    Tensor from = kept(TensorFormat.FLOAT32, COPIED);
    Tensor to;
    try (Scope scope = new Scope()) {
      to = scope.own(torch.empty_like(from));
    }
    return new Repeated(
        () -> to.copy_(from),
        () -> {
          from.close();
          to.close();
        });
  }

  static double copiedBytes() {
    return 2.0 * Float.BYTES * COPIED;
  }

  private Tensor kept(TensorFormat format, long... shape) {
    try (Scope scope = new Scope()) {
      return scope.own(format.random(engine, shape));
    }
  }

  /** Frees at once what a run leaves. */
  private record Repeated(Runnable kernel, Runnable end) implements Workload {
    @Override
    public void run() {
      try (Scope scope = new Scope();
          Gradients off = Gradients.off()) {
        kernel.run();
      }
    }

    @Override
    public void close() {
      end.run();
    }
  }
}
