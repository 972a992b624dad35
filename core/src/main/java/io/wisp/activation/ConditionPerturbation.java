package io.wisp.activation;

import io.wisp.Progress;
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
 * @param losses tells which part of the output is ε
 * @param settings Q, R, τ and the rest
 * @param present y1: the class whose object is sought
 * @param absent y0: the class without it
 * @param noise where x_Q's noise comes from
 * @param batch images that go through the network together, once per branch
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
    return Progress.chunked(images, batch, this::batchMaps);
  }

  private List<float[]> batchMaps(List<LabelledImage> images) {
    ImageBatch together = new ImageBatch(images, model);
    try (Branches branches = branches(together.positions())) {
      return together.split(
          sum(together, branches), settings.noiseLevels().size() * settings.draws());
    }
  }

  /** Over all levels and draws. */
  private float[] sum(ImageBatch together, Branches branches) {
    float[] sum = null;
    for (int level : settings.noiseLevels()) {
      for (int draw = 0; draw < settings.draws(); draw++) {
        try (Scope scope = new Scope();
            Gradients off = Gradients.off()) {
          Tensor n = together.noise(noise, level, draw);
          Tensor map = map(together.pixels(), n, level, branches);
          sum = accumulate(sum, Tensors.toFloats(map.sum(1)));
        }
      }
    }
    return sum;
  }

  /**
   * Algorithm 1 for one noise level and one draw.
   *
   * @param x clean images, [N, C, H, W]
   * @param n noise of the same shape
   * @param level Q
   * @param positions each image's position in its scan, in [0, 1], or one for all; none for a
   *     network without positions
   * @return a, of the same shape, signed
   */
  public Tensor map(Tensor x, Tensor n, int level, float... positions) {
    try (Branches branches = branches(positions)) {
      return map(x, n, level, branches);
    }
  }

  /**
   * The branches go through the network one after another: so each has one condition for all
   * images, unless they have their own positions.
   */
  private Tensor map(Tensor x, Tensor n, int level, Branches branches) {
    Denoiser denoiser = new Denoiser(model, losses, settings.clip(), guidance);
    Tensor withObject = denoiser.noised(x, level, n);
    Tensor without = withObject;
    Tensor a = torch.zeros_like(x);
    int t = settings.steps().first(level);
    for (int step = 0; step < settings.iterations() && t >= 0; step++) {
      int target = Math.max(t - settings.stride(), -1);
      try (Scope scope = new Scope()) {
        Branches.Noise epsilon = branches.noise(denoiser, withObject, without, t);
        withObject =
            scope.escape(denoiser.step(withObject, t, target, epsilon.withObject(), present));
        without = scope.escape(denoiser.step(without, t, target, epsilon.without(), absent));
        a = scope.escape(a.add(withObject).sub(without));
      }
      t = target;
    }
    return a.div(Tensors.scalar(1 - settings.tau()));
  }

  private Branches branches(float... positions) {
    return new Branches(model, settings, present, absent, positions);
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
