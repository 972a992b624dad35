package io.wisp.training;

import io.wisp.BadSetting;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Mild changes to a training image that keep its label.
 *
 * @param flip whether half of the images are mirrored left to right
 * @param shift largest shift in pixels, each way; uncovered pixels are background (−1)
 * @param gain largest relative change of contrast above the background: 0.1 is ±10 %
 */
public record Augmentation(boolean flip, int shift, double gain) {
  private static final float BACKGROUND = -1f;

  public Augmentation {
    BadSetting.unless(shift >= 0, "augment.shift", shift, "0 or more pixels");
    BadSetting.unless(gain >= 0 && gain < 1, "augment.gain", gain, "in [0, 1)");
  }

  /** Draws the change for one image. */
  Change draw(RandomGenerator random) {
    boolean mirror = flip && random.nextBoolean();
    int down = shift == 0 ? 0 : random.nextInt(-shift, shift + 1);
    int right = shift == 0 ? 0 : random.nextInt(-shift, shift + 1);
    float contrast = gain == 0 ? 1 : (float) (1 + random.nextDouble(-gain, gain));
    return new Change(mirror, down, right, contrast);
  }

  /** One change, the same for an image and its mask but for the contrast. */
  record Change(boolean mirror, int down, int right, float contrast) {
    /** Changes an image [C, side, side] in place at the offset. */
    void toImage(float[] pixels, int offset, int channels, int side) {
      move(pixels, offset, channels, side, BACKGROUND, contrast);
    }

    /** Changes a mask [side, side] in place at the offset; uncovered pixels are 0. */
    void toMask(float[] pixels, int offset, int side) {
      move(pixels, offset, 1, side, 0, 1);
    }

    private void move(
        float[] pixels, int offset, int channels, int side, float uncovered, float gain) {
      float[] source = Arrays.copyOfRange(pixels, offset, offset + channels * side * side);
      for (int c = 0; c < channels; c++) {
        for (int y = 0; y < side; y++) {
          for (int x = 0; x < side; x++) {
            int fromX = (mirror ? side - 1 - x : x) - right;
            int fromY = y - down;
            boolean inside = fromX >= 0 && fromX < side && fromY >= 0 && fromY < side;
            float value = inside ? source[(c * side + fromY) * side + fromX] : uncovered;
            pixels[offset + (c * side + y) * side + x] = stretched(value, gain);
          }
        }
      }
    }
  }

  /** Exactly the same value if the contrast is 1. */
  private static float stretched(float value, float contrast) {
    return contrast == 1 ? value : Math.min(1, BACKGROUND + contrast * (value - BACKGROUND));
  }
}
