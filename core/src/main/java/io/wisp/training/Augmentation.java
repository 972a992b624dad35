package io.wisp.training;

import io.wisp.BadSetting;
import java.util.random.RandomGenerator;

/**
 * Changes to a training image that keep its label.
 *
 * @param flip whether half of the images are mirrored left to right
 * @param shift largest shift in pixels, each way; uncovered pixels are background (−1)
 * @param gain largest relative change of contrast above the background: 0.1 is ±10 %
 * @param rotation largest angle in degrees, each way
 * @param scale largest relative change of size: 0.2 is from 1/1.2 to 1.2 times
 * @param elastic size of smooth displacements, as a share of the image's side; of half of the
 *     images
 * @param gamma largest change of the exponent on brightness in [0, 1]: 0.4 is from 1/1.4 to 1.4
 * @param noise largest standard deviation of Gaussian noise, in brightness from 0 to 1; of half of
 *     the images
 * @param blur share of the images that are averaged over 3 × 3 pixels
 */
public record Augmentation(
    boolean flip,
    int shift,
    double gain,
    double rotation,
    double scale,
    double elastic,
    double gamma,
    double noise,
    double blur) {
  private static final float BACKGROUND = -1f;

  public Augmentation {
    BadSetting.unless(shift >= 0, "augment.shift", shift, "0 or more pixels");
    BadSetting.unless(gain >= 0 && gain < 1, "augment.gain", gain, "in [0, 1)");
    BadSetting.unless(
        rotation >= 0 && rotation <= 180, "augment.rotation", rotation, "0 to 180 degrees");
    requireShare("scale", scale);
    requireShare("elastic", elastic);
    requireShare("gamma", gamma);
    requireShare("noise", noise);
    requireShare("blur", blur);
  }

  /** Flips, shifts and contrast only. */
  public Augmentation(boolean flip, int shift, double gain) {
    this(flip, shift, gain, 0, 0, 0, 0, 0, 0);
  }

  private static void requireShare(String name, double value) {
    BadSetting.unless(value >= 0 && value <= 1, "augment." + name, value, "in [0, 1]");
  }

  /** Draws the change for one image; what is switched off draws nothing. */
  Change draw(RandomGenerator random) {
    boolean mirror = flip && random.nextBoolean();
    int down = shift == 0 ? 0 : random.nextInt(-shift, shift + 1);
    int right = shift == 0 ? 0 : random.nextInt(-shift, shift + 1);
    float contrast = gain == 0 ? 1 : (float) (1 + random.nextDouble(-gain, gain));
    Warp warp = Warp.draw(this, mirror, down, right, random);
    return new Change(warp, contrast, Tone.draw(this, random));
  }

  /**
   * One change, the same for an image and its mask but for brightness.
   *
   * @param warp moves pixels
   * @param contrast a factor on brightness above the background
   * @param tone further changes of brightness
   */
  record Change(Warp warp, float contrast, Tone tone) {
    /** Changes an image [C, side, side] in place at the offset. */
    void toImage(float[] pixels, int offset, int channels, int side) {
      warp.toImage(pixels, offset, channels, side, BACKGROUND);
      int end = offset + channels * side * side;
      for (int i = offset; i < end; i++) {
        pixels[i] = stretched(pixels[i]);
      }
      tone.apply(pixels, offset, channels, side);
    }

    /**
     * Changes a mask [side, side] in place at the offset; uncovered pixels are 0, and negative
     * values, which are unknown, are not mixed with others.
     */
    void toMask(float[] pixels, int offset, int side) {
      warp.toMask(pixels, offset, side);
    }

    /** Exactly the same value if the contrast is 1. */
    private float stretched(float value) {
      return contrast == 1 ? value : Math.min(1, BACKGROUND + contrast * (value - BACKGROUND));
    }
  }
}
