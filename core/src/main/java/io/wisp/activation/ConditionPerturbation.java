package io.wisp.activation;

import io.wisp.diffusion.Diffusion;
import io.wisp.diffusion.Losses;
import io.wisp.engine.Engine;
import io.wisp.engine.Gradients;
import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import io.wisp.network.UNetModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Algorithm 1 (CDM): the finite difference of the denoised image along f(y1) − f(y0), summed over a
 * few denoising steps (eq. 6).
 *
 * @param model ε_θ
 * @param losses knows which part of the output is ε
 * @param settings Q, R, τ and the rest
 * @param present y1: the class whose object is sought
 * @param absent y0: the class without it
 * @param noise where x_Q's noise comes from
 * @param batch images that go through the network together; each counts twice, once a branch
 */
public record ConditionPerturbation(
    UNetModel model,
    Losses losses,
    PerturbationSettings settings,
    int present,
    int absent,
    ImageNoise noise,
    int batch)
    implements ActivationMethod {

  @Override
  public List<float[]> maps(List<LabelledImage> images) {
    List<float[]> maps = new ArrayList<>();
    for (int from = 0; from < images.size(); from += batch) {
      maps.addAll(batchMaps(images.subList(from, Math.min(images.size(), from + batch))));
    }
    return maps;
  }

  private List<float[]> batchMaps(List<LabelledImage> images) {
    float[] mean = null;
    for (int level : settings.noiseLevels()) {
      for (int draw = 0; draw < settings.draws(); draw++) {
        try (Scope scope = new Scope();
            Gradients off = Gradients.off()) {
          Tensor map = map(imagesOf(images), noiseOf(images, level, draw), level);
          mean = accumulate(mean, Tensors.toFloats(map.sum(1)));
        }
      }
    }
    return split(mean, images.size(), settings.noiseLevels().size() * settings.draws());
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
    Diffusion diffusion = losses.diffusion();
    Tensor noised = diffusion.addNoise(x, filled(images, level), n);
    Tensor xt = torch.cat(new TensorVector(noised, noised), 0);
    Tensor embedding = branchEmbeddings(images);
    Tensor a = torch.zeros_like(x);
    int t = settings.steps().first(level);
    for (int step = 0; step < settings.iterations() && t >= 0; step++) {
      int target = Math.max(t - settings.stride(), -1);
      int[] now = filled(2 * images, t);
      try (Scope scope = new Scope()) {
        Tensor epsilon = losses.noiseOf(model.forward(xt, timesteps(now), embedding));
        xt =
            scope.escape(
                diffusion.ddimStep(xt, now, filled(2 * images, target), epsilon, settings.clip()));
        a = scope.escape(a.add(xt.narrow(0, 0, images)).sub(xt.narrow(0, images, images)));
      }
      t = target;
    }
    return a.div(Tensors.scalar(1 - settings.tau()));
  }

  /** f(y1) for the first branch, τ f(y1) + (1 − τ) f(y0) for the second: [2N, E]. */
  private Tensor branchEmbeddings(int images) {
    Tensor y1 = model.embedLabels(labels(images, present));
    Tensor y0 = model.embedLabels(labels(images, absent));
    Tensor moved =
        y1.mul(Tensors.scalar(settings.tau())).add(y0.mul(Tensors.scalar(1 - settings.tau())));
    return torch.cat(new TensorVector(y1, moved), 0);
  }

  private Tensor imagesOf(List<LabelledImage> images) {
    int size = images.get(0).pixels().length;
    float[] values = new float[images.size() * size];
    for (int i = 0; i < images.size(); i++) {
      System.arraycopy(images.get(i).pixels(), 0, values, i * size, size);
    }
    return onDevice(values, images.size());
  }

  private Tensor noiseOf(List<LabelledImage> images, int level, int draw) {
    int size = images.get(0).pixels().length;
    float[] values = new float[images.size() * size];
    for (int i = 0; i < images.size(); i++) {
      noise.fill(images.get(i).identity(), level, draw, values, i * size, size);
    }
    return onDevice(values, images.size());
  }

  private Tensor onDevice(float[] values, int images) {
    long side = model.config().imageSize();
    Engine engine = model.engine();
    return Tensors.of(values, images, model.config().inChannels(), side, side)
        .to(engine.device(), torch.ScalarType.Float);
  }

  private Tensor timesteps(int[] t) {
    return Tensors.of(Arrays.stream(t).asLongStream().toArray(), t.length)
        .to(model.engine().device(), torch.ScalarType.Long);
  }

  private Tensor labels(int images, int label) {
    long[] values = new long[images];
    Arrays.fill(values, label);
    return Tensors.of(values, images).to(model.engine().device(), torch.ScalarType.Long);
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

  private static List<float[]> split(float[] sums, int images, int count) {
    int size = sums.length / images;
    List<float[]> maps = new ArrayList<>();
    for (int i = 0; i < images; i++) {
      float[] map = Arrays.copyOfRange(sums, i * size, (i + 1) * size);
      for (int p = 0; p < size; p++) {
        map[p] /= count;
      }
      maps.add(map);
    }
    return maps;
  }
}
