package io.wisp.proof;

import io.wisp.engine.Precision;
import java.util.Locale;

/**
 * How far a number format is from float32 in the layers of a network.
 *
 * @param precision the format
 * @param layers number of kinds of layers computed
 * @param layer the one with the largest error
 * @param result which of its results
 * @param error the largest difference there, divided by the largest value in float32; infinite
 *     where a value is not finite, or LibTorch refuses the layer
 * @param refusal what LibTorch said where it refuses, else empty
 */
public record Verdict(
    Precision precision, int layers, String layer, String result, double error, String refusal) {
  /**
   * The largest error of a correct format. bfloat16 keeps 8 bits of a number, so layers are off by
   * up to 0.02; wrong ones were off by 0.3 and more.
   */
  static final double BOUND = 0.05;

  /** Whether the format may be used. */
  public boolean right() {
    return error <= BOUND;
  }

  /** Such as {@code 3x3 32>1 @64, its output in inference, is off by 0.31}. */
  public String sentence() {
    if (!refusal.isEmpty()) {
      return "LibTorch refuses the layer %s: %s".formatted(layer, refusal);
    }
    String what = "the %s of the layer %s".formatted(result, layer);
    if (Double.isInfinite(error)) {
      return what + " is not finite";
    }
    String off = String.format(Locale.ROOT, "%.2g", error);
    return right()
        ? "all %s kinds of layers of this network agree with float32, off by %s at most"
            .formatted(layers, off)
        : what + " is off by " + off;
  }
}
