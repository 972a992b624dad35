package io.wisp.golden;

import io.wisp.activation.ClassActivationKind;
import io.wisp.engine.Engine;
import io.wisp.engine.Precision;

/** The largest relative errors that pass. */
final class Bounds {
  /** Schedules are computed in double. */
  static final double SCHEDULE = 1e-12;

  /** Steps and losses in float32, a network's evaluation included. */
  static final double DIFFUSION = 1e-4;

  /**
   * Some twenty steps in a row, of which half follow a gradient that is magnified a hundredfold.
   */
  static final double TRANSLATION = 1e-3;

  private static final double CLASS_ACTIVATION = 1e-3;

  /** Its weights have g² / (2 g² + g³ ΣA), whose denominator crosses 0: rounding is magnified. */
  private static final double GRADCAM_PLUS_PLUS = 1e-2;

  /** Otsu's arithmetic is that of scikit-image, in float32. */
  static final double OTSU = 1e-6;

  static final double METRIC = 1e-9;

  private static final double NETWORK = 1e-4;

  /**
   * bfloat16 rounds to 8 bits after every layer, and the golden fill makes networks that amplify
   * rounding some hundred times, and differently with each processor's kernels: in the root mean
   * square the errors are 0.07 to 0.21, those of logits 0.004. A network that computes something
   * else is off by 1 and more; single layers are held to a close bound by the proof of a format.
   */
  private static final double NETWORK_BFLOAT16 = 0.4;

  private static final double MAP = 1e-3;
  private static final double MAP_NUDGED = 5e-4;

  private Bounds() {}

  static double network(Engine engine) {
    return engine.precision() == Precision.FLOAT32 ? NETWORK : NETWORK_BFLOAT16;
  }

  /** Maps in [0, 1]. */
  static double classActivation(ClassActivationKind kind) {
    return kind == ClassActivationKind.GRADCAM_PLUS_PLUS ? GRADCAM_PLUS_PLUS : CLASS_ACTIVATION;
  }

  /** Differences of Algorithm 1 are divided by 1 − τ, so rounding is magnified as much. */
  static double map(double tau) {
    return Math.max(MAP, MAP_NUDGED / (1 - tau));
  }
}
