package io.wisp.benchmark;

import io.wisp.engine.Engine;
import io.wisp.engine.Gradients;
import io.wisp.engine.OneDnn;
import io.wisp.engine.Scope;
import io.wisp.network.ConvolutionShape;

/** How the weights of a convolution are laid out when it runs. */
public enum ConvolutionForm {
  /** In the layout of the images; LibTorch brings them into the kernel's own order each time. */
  PLAIN {
    @Override
    public boolean works(TensorFormat format, Engine engine) {
      return true;
    }

    @Override
    public ConvolutionKernel kernel(ConvolutionShape shape, TensorFormat format, Engine engine) {
      return new PlainConvolution(shape, format, engine);
    }
  },
  /** In the order of oneDNN's kernel, laid out once. */
  PREPACKED {
    @Override
    public boolean works(TensorFormat format, Engine engine) {
      try (Scope scope = new Scope();
          Gradients off = Gradients.off()) {
        return OneDnn.serves(format.random(engine, 1, 1, 1, 1));
      }
    }

    @Override
    public ConvolutionKernel kernel(ConvolutionShape shape, TensorFormat format, Engine engine) {
      return new PrepackedConvolution(shape, format, engine);
    }
  };

  /** Whether the engine's device has this layout in that format. */
  public abstract boolean works(TensorFormat format, Engine engine);

  /** A convolution with random weights; to be closed by the caller. */
  public abstract ConvolutionKernel kernel(
      ConvolutionShape shape, TensorFormat format, Engine engine);
}
