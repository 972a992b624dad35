package io.wisp.activation;

import io.wisp.base.CloseOnFailure;
import io.wisp.diffusion.Conditions;
import io.wisp.diffusion.Denoiser;
import io.wisp.engine.Gradients;
import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import io.wisp.network.UNetModel;
import org.bytedeco.pytorch.Tensor;

/**
 * The conditions of Algorithm 1's branches, and the noise predicted under them. Several threads may
 * share it; whoever made it closes it, before the network.
 */
final class Branches implements AutoCloseable {
  private final PerturbationSettings settings;
  private final Conditions first;
  private final Conditions second;
  private final Conditions nothing;

  /**
   * f(y1) in the first branch, τ f(y1) + (1 − τ) f(y0) or τ f(y1) in the second; in both the same
   * positions.
   *
   * @param y1 the class with the object
   * @param y0 the class without it
   * @param positions each image's position in its scan, in [0, 1], or one for all; none for a
   *     network without positions
   */
  Branches(UNetModel model, PerturbationSettings settings, int y1, int y0, float... positions) {
    this.settings = settings;
    try (CloseOnFailure opened = new CloseOnFailure();
        Scope scope = new Scope();
        Gradients off = Gradients.off()) {
      Tensor label = embedding(model, y1);
      first = opened.add(new Conditions(model, label, positions));
      nothing = opened.add(new Conditions(model, null, positions));
      second =
          settings.secondIsUnlabelled()
              ? nothing
              : new Conditions(model, secondLabel(model, label, y0), positions);
      opened.keep();
    }
  }

  private Tensor secondLabel(UNetModel model, Tensor label, int y0) {
    Tensor part = label.mul(Tensors.scalar(settings.tau()));
    return switch (settings.against()) {
      case ABSENT -> part.add(embedding(model, y0).mul(Tensors.scalar(1 - settings.tau())));
      case NOTHING -> part;
    };
  }

  private static Tensor embedding(UNetModel model, int label) {
    return model.embedLabels(Tensors.longs(new int[] {label}, model.engine()));
  }

  /**
   * ε of each branch.
   *
   * @param withObject of the first, [N, C, H, W]
   * @param without of the second
   */
  record Noise(Tensor withObject, Tensor without) {}

  /**
   * Runs the network on the images of both branches; if these are the same, it runs once without a
   * label for both.
   */
  Noise noise(Denoiser denoiser, Tensor withObject, Tensor without, int t) {
    if (!settings.guided()) {
      return new Noise(
          denoiser.predict(withObject, t, first), denoiser.predict(without, t, second));
    }
    Tensor free = denoiser.predict(withObject, t, nothing);
    Tensor freeWithout = without.is_same(withObject) ? free : denoiser.predict(without, t, nothing);
    return new Noise(
        guided(free, denoiser.predict(withObject, t, first)),
        settings.secondIsUnlabelled()
            ? freeWithout
            : guided(freeWithout, denoiser.predict(without, t, second)));
  }

  /** ε_∅ + w (ε_y − ε_∅) (Ho and Salimans 2022). */
  private Tensor guided(Tensor free, Tensor labelled) {
    return free.add(labelled.sub(free).mul(Tensors.scalar(settings.guidance())));
  }

  @Override
  public void close() {
    first.close();
    nothing.close();
    if (second != nothing) {
      second.close();
    }
  }
}
