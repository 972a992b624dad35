package io.wisp.activation;

import io.wisp.BadSetting;
import io.wisp.diffusion.Clip;

/**
 * The parameters of CG-Diff.
 *
 * @param noiseLevel Q: the timestep index up to which the image is encoded
 * @param stride timesteps per step; 1 in the paper
 * @param scale s of the classifier's guidance; 0 for none
 * @param clip whether x̂_0 is clipped to [−1, 1]
 * @param steps at which timesteps the network is evaluated: as the published code does, encoding
 *     begins at t = 1 and decoding at t = Q − 2; else at t = 0 and at t = Q
 */
public record TranslationSettings(
    int noiseLevel, int stride, double scale, Clip clip, StepConvention steps)
    implements MethodSettings {

  /** Of CG-Diff and its variants. */
  public static final MethodSection<TranslationSettings> SECTION =
      new MethodSection<>("cg_diff", TranslationSettings.class, published());

  public TranslationSettings {
    check(noiseLevel >= 3, "noise_level", noiseLevel, "at least 3");
    check(stride >= 1, "stride", stride, "at least 1");
    check(scale >= 0, "scale", scale, "0 or more");
  }

  /** Q = 400, s = 100, as Hu et al. ran it: steps of 1, clipped. */
  public static TranslationSettings published() {
    return new TranslationSettings(400, 1, 100, Clip.TO_IMAGE_RANGE, StepConvention.PUBLISHED_CODE);
  }

  /** The timestep at which encoding begins. */
  int encodingStart() {
    return steps == StepConvention.PAPER ? 0 : 1;
  }

  /** The timestep at which decoding begins. */
  int decodingStart() {
    return steps == StepConvention.PAPER ? noiseLevel : noiseLevel - 2;
  }

  private static void check(boolean holds, String name, Object value, String wanted) {
    BadSetting.unless(holds, "cg_diff." + name, value, wanted);
  }
}
