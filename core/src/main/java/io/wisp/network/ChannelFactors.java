package io.wisp.network;

import io.wisp.engine.OneDnn;
import java.util.List;

/**
 * Group normalisation as a factor and shift per channel: factor · x + shift.
 *
 * @param factor of each channel, rounded to bfloat16
 * @param shift of each channel
 */
record ChannelFactors(float[] factor, float[] shift) {
  private static final int BFLOAT16_HALF = 0x7fff;
  private static final int BFLOAT16_BITS = 0xffff0000;

  /**
   * The factors for images with these moments.
   *
   * @param parts the moments of the channels, part after part
   * @param epsilon added to a group's variance
   * @param gain of each channel, after the norm
   * @param offset of each channel, after the norm
   */
  static ChannelFactors of(
      List<OneDnn.Moments> parts, int groups, double epsilon, float[] gain, float[] offset) {
    int channels = gain.length;
    double[] means = new double[channels];
    double[] variances = new double[channels];
    int next = 0;
    for (OneDnn.Moments part : parts) {
      for (int c = 0; c < part.mean().length; c++, next++) {
        means[next] = part.mean()[c];
        variances[next] = part.variance()[c];
      }
    }
    float[] factor = new float[channels];
    float[] shift = new float[channels];
    int size = channels / groups;
    for (int from = 0; from < channels; from += size) {
      double mean = 0;
      for (int c = from; c < from + size; c++) {
        mean += means[c] / size;
      }
      double variance = 0;
      for (int c = from; c < from + size; c++) {
        variance += (variances[c] + (means[c] - mean) * (means[c] - mean)) / size;
      }
      double inverse = 1 / Math.sqrt(variance + epsilon);
      for (int c = from; c < from + size; c++) {
        factor[c] = rounded((float) (gain[c] * inverse));
        shift[c] = (float) (offset[c] - factor[c] * mean); // rounded: the mean cancels exactly
      }
    }
    return new ChannelFactors(factor, shift);
  }

  /** To the nearest bfloat16, of two to the even one. */
  static float rounded(float value) {
    int bits = Float.floatToRawIntBits(value);
    return Float.intBitsToFloat((bits + BFLOAT16_HALF + (bits >>> 16 & 1)) & BFLOAT16_BITS);
  }
}
