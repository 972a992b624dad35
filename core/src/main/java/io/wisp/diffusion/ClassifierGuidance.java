package io.wisp.diffusion;

import io.wisp.engine.Gradients;
import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import io.wisp.network.EncoderUNetModel;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * ε − s √(1 − ᾱ_t) ∇_{x_t} log p_φ(y | x_t, t) (Dhariwal and Nichol 2021, Algorithm 2).
 *
 * @param classifier p_φ
 * @param schedule ᾱ
 * @param scale s
 */
public record ClassifierGuidance(EncoderUNetModel classifier, NoiseSchedule schedule, double scale)
    implements Guidance {

  @Override
  public Tensor steer(Tensor noise, Tensor xt, int[] t, int[] labels) {
    Tensor strength = Diffusion.column(xt, t, s -> scale * Math.sqrt(1 - schedule.alphaBar(s)));
    return noise.sub(gradient(xt, t, labels).mul(strength));
  }

  /** ∇_{x_t} log p_φ(y | x_t, t), each image for its own label: [N, C, H, W]. */
  public Tensor gradient(Tensor xt, int[] t, int[] labels) {
    try (Scope scope = new Scope();
        Gradients on = Gradients.on()) {
      Tensor x = xt.detach().requires_grad_(true);
      Tensor logits = classifier.forward(x, Tensors.longs(t, classifier.engine()));
      Tensor chosen = Tensors.longs(labels, classifier.engine()).unsqueeze(1);
      Tensor sum = torch.log_softmax(logits, 1).gather(1, chosen).sum();
      return scope.escape(Gradients.of(sum, x));
    }
  }
}
