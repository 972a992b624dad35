package io.wisp.benchmark;

import io.wisp.engine.Engine;

/** How the weights of a convolution lie when it is asked for. */
public enum ConvolutionForm {
  /** In the layout of the images; LibTorch brings them into the kernel's own order each time. */
  PLAIN {
    @Override
    public boolean works(Engine engine) {
      return true;
    }

    @Override
    public ConvolutionKernel kernel(ConvolutionShape shape, TensorFormat format, Engine engine) {
      return new PlainConvolution(shape, format, engine);
    }
  },
  /** In the order that oneDNN's kernel wants, once and for all. */
  PREPACKED {
    @Override
    public boolean works(Engine engine) {
      return !engine.onCuda() && PrepackedConvolution.isThere();
    }

    @Override
    public ConvolutionKernel kernel(ConvolutionShape shape, TensorFormat format, Engine engine) {
      return new PrepackedConvolution(shape, format, engine);
    }
  };

  /** Whether there is such a form on the engine's device. */
  public abstract boolean works(Engine engine);

  /** A convolution with random weights; to be closed by the caller. */
  public abstract ConvolutionKernel kernel(
      ConvolutionShape shape, TensorFormat format, Engine engine);
}
