package io.wisp.training;

import io.wisp.diffusion.Clip;
import io.wisp.diffusion.Conditions;
import io.wisp.diffusion.Denoiser;
import io.wisp.diffusion.Guidance;
import io.wisp.diffusion.Losses;
import io.wisp.engine.Gradients;
import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import io.wisp.network.UNetModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;

/**
 * Draws new images of a class by DDIM (eq. 5), to see what a model has learned.
 *
 * @param model ε_θ
 * @param losses the process
 * @param steps denoising steps, at most T
 */
public record Sampler(UNetModel model, Losses losses, int steps) {
  private static final int USUAL_STEPS = 50;
  private static final float MIDDLE = 0.5f;

  /** In 50 steps, or in as many as the training has: what saw little draws noise however long. */
  public static Sampler of(UNetModel model, Losses losses, TrainSettings training) {
    return new Sampler(model, losses, Math.min(USUAL_STEPS, training.steps()));
  }

  /**
   * Images of one class, each [C·side·side] in [−1, 1], from the middle of a scan.
   *
   * @param seed of the starting noise; the same seed gives each class the same noise
   */
  public List<float[]> sample(int label, int count, long seed) {
    int side = model.config().imageSize();
    int channels = model.config().inChannels();
    SplittableRandom random = new SplittableRandom(seed);
    float[] noise = new float[count * channels * side * side];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) random.nextGaussian();
    }
    Denoiser denoiser = new Denoiser(model, losses, Clip.TO_IMAGE_RANGE, Guidance.NONE);
    try (Scope scope = new Scope();
        Gradients off = Gradients.off();
        Conditions conditions =
            new Conditions(
                model,
                model.embedLabels(Tensors.longs(new int[] {label}, model.engine())),
                MIDDLE)) {
      Tensor x = Tensors.floats(noise, model.engine(), count, channels, side, side);
      int[] levels = levels();
      for (int i = 0; i < levels.length - 1; i++) {
        try (Scope step = new Scope()) {
          x = step.escape(denoiser.step(x, levels[i], levels[i + 1], conditions, label));
        }
      }
      return split(Tensors.toFloats(x), count);
    }
  }

  /** T−1 down to 0 in equal steps, then −1. */
  private int[] levels() {
    int total = losses.diffusion().schedule().steps();
    int[] levels = new int[steps + 1];
    for (int i = 0; i < steps; i++) {
      levels[i] = (int) Math.round((total - 1) * (1 - i / (double) steps));
    }
    levels[steps] = -1;
    return levels;
  }

  private static List<float[]> split(float[] values, int count) {
    int size = values.length / count;
    List<float[]> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(Arrays.copyOfRange(values, i * size, (i + 1) * size));
    }
    return parts;
  }
}
