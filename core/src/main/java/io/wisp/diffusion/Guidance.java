package io.wisp.diffusion;

import org.bytedeco.pytorch.Tensor;

/** Steers a predicted noise, so that denoising leads to images of a class. */
@FunctionalInterface
public interface Guidance {
  /** Steers nowhere. */
  Guidance NONE = (noise, xt, t, labels) -> noise;

  /**
   * Steers.
   *
   * @param noise the predicted ε, [N, C, H, W]
   * @param xt the noisy images that it was predicted for
   * @param t their timesteps
   * @param labels the classes that they shall come to, [N]
   * @return ε to denoise with
   */
  Tensor steer(Tensor noise, Tensor xt, int[] t, int[] labels);
}
