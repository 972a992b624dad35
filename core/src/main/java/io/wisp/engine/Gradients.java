package io.wisp.engine;

import org.bytedeco.pytorch.GradMode;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Switches the recording of gradients on or off for this thread, which closes it, the innermost
 * first; other threads are not affected.
 */
public final class Gradients implements AutoCloseable {
  static {
    LibTorch.load();
  }

  private final boolean before = GradMode.is_enabled();

  private Gradients(boolean enabled) {
    GradMode.set_enabled(enabled);
  }

  /** Records nothing until closed. */
  public static Gradients off() {
    return new Gradients(false);
  }

  /** Records until closed, also inside {@link #off()}. */
  public static Gradients on() {
    return new Gradients(true);
  }

  /**
   * ∂ sum / ∂ x: a tensor of its own, of the shape of x.
   *
   * @param sum one number, computed from x while gradients were recorded
   * @param x requires a gradient
   */
  public static Tensor of(Tensor sum, Tensor x) {
    try (TensorVector gradients = torch.grad(new TensorVector(sum), new TensorVector(x))) {
      return gradients.get(0).detach(); // the vector's element dies with the vector
    }
  }

  @Override
  public void close() {
    GradMode.set_enabled(before);
  }
}
