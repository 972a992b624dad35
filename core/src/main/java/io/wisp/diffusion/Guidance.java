package io.wisp.diffusion;

import org.bytedeco.pytorch.Tensor;

/** Adjusts a predicted noise, so that denoising leads to images of a class. */
@FunctionalInterface
public interface Guidance {
  /** No guidance. */
  Guidance NONE = (noise, xt, t, labels) -> noise;

  /**
   * Adjusts the noise.
   *
   * @param noise the predicted ε, [N, C, H, W]
   * @param xt the noisy images it was predicted for
   * @param t their timesteps
   * @param labels the target classes, [N]
   * @return ε to denoise with
   */
  Tensor steer(Tensor noise, Tensor xt, int[] t, int[] labels);
}
