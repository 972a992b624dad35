package io.wisp.activation;

import io.wisp.engine.Gradients;
import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import io.wisp.network.EncoderUNetModel;
import java.util.concurrent.atomic.AtomicReference;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A classifier block's activations on clean images, and a class's gradient with respect to them.
 *
 * @param activations A, [N, C, h, w], float32
 * @param gradients ∂ logit / ∂A, of the same shape; of all images in one backward pass
 */
record LayerFeatures(Tensor activations, Tensor gradients) {

  /**
   * Evaluates a block.
   *
   * @param x images, [N, C, H, W]
   * @param label the class
   */
  static LayerFeatures of(EncoderUNetModel classifier, Tensor x, String block, int label) {
    AtomicReference<Tensor> seen = new AtomicReference<>();
    try (Scope scope = new Scope();
        Gradients on = Gradients.on()) {
      Tensor t = Tensors.longs(new int[1], classifier.engine());
      Tensor logits =
          classifier.forward(
              x.detach(), t, (name, output) -> name.equals(block) ? leaf(output, seen) : output);
      Tensor chosen = logits.select(1, label).sum();
      Tensor gradients = Gradients.of(chosen, seen.get());
      return new LayerFeatures(
          scope.escape(floats(seen.get().detach())), scope.escape(floats(gradients)));
    }
  }

  /** Gradients start here: earlier layers need no memory for them. */
  private static Tensor leaf(Tensor output, AtomicReference<Tensor> seen) {
    seen.set(output.detach().requires_grad_(true));
    return seen.get();
  }

  private static Tensor floats(Tensor values) {
    return values.to(torch.ScalarType.Float).contiguous();
  }
}
