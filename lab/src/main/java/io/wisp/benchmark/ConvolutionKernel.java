package io.wisp.benchmark;

import org.bytedeco.pytorch.Tensor;

/** One convolution alone, with its weights laid out in advance; owns them, but not the images. */
public interface ConvolutionKernel extends AutoCloseable {
  /** The convolution of images [N, inputs, side, side]. */
  Tensor apply(Tensor images);

  @Override
  void close();
}
