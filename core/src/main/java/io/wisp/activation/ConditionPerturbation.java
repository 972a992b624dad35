package io.wisp.activation;

import io.wisp.diffusion.Denoiser;
import io.wisp.diffusion.Guidance;
import io.wisp.diffusion.Losses;
import io.wisp.engine.Engine;
import io.wisp.engine.Gradients;
import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import io.wisp.network.UNetModel;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Algorithm 1 (CDM): the finite difference of the denoised image along f(y1) − f(y0), summed over a
 * few denoising steps (eq. 6). With guidance by a classifier, to y1 in the first branch and to y0
 * in the second, it is CG-CDM.
 *
 * @param model ε_θ
 * @param losses knows which part of the output is ε
 * @param settings Q, R, τ and the rest
 * @param present y1: the class whose object is sought
 * @param absent y0: the class without it
 * @param noise where x_Q's noise comes from
 * @param batch images that go through the network together; each counts twice, once a branch
 * @param guidance steers both branches
 */
public record ConditionPerturbation(
    UNetModel model,
    Losses losses,
    PerturbationSettings settings,
    int present,
    int absent,
    ImageNoise noise,
    int batch,
    Guidance guidance)
    implements ActivationMethod {

  /** CDM: without guidance. */
  public ConditionPerturbation(
      UNetModel model,
      Losses losses,
      PerturbationSettings settings,
      int present,
      int absent,
      ImageNoise noise,
      int batch) {
    this(model, losses, settings, present, absent, noise, batch, Guidance.NONE);
  }

  @Override
  public List<float[]> maps(List<LabelledImage> images) {
    return ImageBatch.inBatches(images, batch, this::batchMaps);
  }

  private List<float[]> batchMaps(List<LabelledImage> images) {
    ImageBatch together = new ImageBatch(images, model.config(), model.engine());
    float[] sum = null;
    for (int level : settings.noiseLevels()) {
      for (int draw = 0; draw < settings.draws(); draw++) {
        try (Scope scope = new Scope();
            Gradients off = Gradients.off()) {
          Tensor map = map(together.pixels(), together.noise(noise, level, draw), level);
          sum = accumulate(sum, Tensors.toFloats(map.sum(1)));
        }
      }
    }
    return together.split(sum, settings.noiseLevels().size() * settings.draws());
  }

  /**
   * Algorithm 1 for one noise level and one draw.
   *
   * @param x clean images, [N, C, H, W]
   * @param n noise of the same shape
   * @param level Q
   * @return a, of the same shape, signed
   */
  public Tensor map(Tensor x, Tensor n, int level) {
    int images = (int) x.size(0);
    Denoiser denoiser = new Denoiser(model, losses, settings.clip(), guidance);
    Tensor noised = losses.diffusion().addNoise(x, filled(images, level), n);
    Tensor xt = torch.cat(new TensorVector(noised, noised), 0);
    Tensor embedding = branchEmbeddings(images);
    int[] labels = branchLabels(images);
    Tensor a = torch.zeros_like(x);
    int t = settings.steps().first(level);
    for (int step = 0; step < settings.iterations() && t >= 0; step++) {
      int target = Math.max(t - settings.stride(), -1);
      try (Scope scope = new Scope()) {
        xt = scope.escape(denoiser.step(xt, t, target, embedding, labels));
        a = scope.escape(a.add(xt.narrow(0, 0, images)).sub(xt.narrow(0, images, images)));
      }
      t = target;
    }
    return a.div(Tensors.scalar(1 - settings.tau()));
  }

  /** f(y1) for the first branch, τ f(y1) + (1 − τ) f(y0) for the second: [2N, E]. */
  private Tensor branchEmbeddings(int images) {
    Engine engine = model.engine();
    Tensor y1 = model.embedLabels(Tensors.longs(filled(images, present), engine));
    Tensor y0 = model.embedLabels(Tensors.longs(filled(images, absent), engine));
    Tensor moved =
        y1.mul(Tensors.scalar(settings.tau())).add(y0.mul(Tensors.scalar(1 - settings.tau())));
    return torch.cat(new TensorVector(y1, moved), 0);
  }

  /** y1 for the first branch, y0 for the second: [2N]. */
  private int[] branchLabels(int images) {
    int[] labels = filled(2 * images, present);
    Arrays.fill(labels, images, 2 * images, absent);
    return labels;
  }

  private static int[] filled(int count, int value) {
    int[] values = new int[count];
    Arrays.fill(values, value);
    return values;
  }

  private static float[] accumulate(float[] sum, float[] values) {
    if (sum == null) {
      return values;
    }
    for (int i = 0; i < values.length; i++) {
      sum[i] += values[i];
    }
    return sum;
  }
}
