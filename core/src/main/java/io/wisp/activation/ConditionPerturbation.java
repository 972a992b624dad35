package io.wisp.activation;

import io.wisp.diffusion.Conditions;
import io.wisp.diffusion.Denoiser;
import io.wisp.diffusion.Guidance;
import io.wisp.diffusion.Losses;
import io.wisp.engine.Gradients;
import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import io.wisp.network.UNetModel;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
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
 * @param batch images that go through the network together, once a branch
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
    try (Conditions first = conditions(1);
        Conditions second = conditions(settings.tau())) {
      return ImageBatch.inBatches(images, batch, some -> batchMaps(some, first, second));
    }
  }

  private List<float[]> batchMaps(List<LabelledImage> images, Conditions first, Conditions second) {
    ImageBatch together = new ImageBatch(images, model);
    float[] sum = null;
    for (int level : settings.noiseLevels()) {
      for (int draw = 0; draw < settings.draws(); draw++) {
        try (Scope scope = new Scope();
            Gradients off = Gradients.off()) {
          Tensor n = together.noise(noise, level, draw);
          Tensor map = map(together.pixels(), n, level, first, second);
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
    try (Conditions first = conditions(1);
        Conditions second = conditions(settings.tau())) {
      return map(x, n, level, first, second);
    }
  }

  /** The branches go through the network one after the other: so each has one condition for all. */
  private Tensor map(Tensor x, Tensor n, int level, Conditions first, Conditions second) {
    Denoiser denoiser = new Denoiser(model, losses, settings.clip(), guidance);
    Tensor withObject = denoiser.noised(x, level, n);
    Tensor without = withObject;
    Tensor a = torch.zeros_like(x);
    int t = settings.steps().first(level);
    for (int step = 0; step < settings.iterations() && t >= 0; step++) {
      int target = Math.max(t - settings.stride(), -1);
      try (Scope scope = new Scope()) {
        withObject = scope.escape(denoiser.step(withObject, t, target, first, present));
        without = scope.escape(denoiser.step(without, t, target, second, absent));
        a = scope.escape(a.add(withObject).sub(without));
      }
      t = target;
    }
    return a.div(Tensors.scalar(1 - settings.tau()));
  }

  /** Those of τ f(y1) + (1 − τ) f(y0). */
  private Conditions conditions(double tau) {
    try (Scope scope = new Scope();
        Gradients off = Gradients.off()) {
      Tensor y1 = model.embedLabels(Tensors.longs(new int[] {present}, model.engine()));
      Tensor y0 = model.embedLabels(Tensors.longs(new int[] {absent}, model.engine()));
      return new Conditions(
          model, y1.mul(Tensors.scalar(tau)).add(y0.mul(Tensors.scalar(1 - tau))));
    }
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
