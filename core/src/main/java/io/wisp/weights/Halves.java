package io.wisp.weights;

/** The two 16-bit floating-point formats, widened to 32 bits without loss. */
final class Halves {
  private static final int F16_FRACTION_BITS = 10;
  private static final float F16_SMALLEST = 0x1p-24f;

  private Halves() {}

  /** IEEE 754 binary16: 1 sign, 5 exponent and 10 fraction bits. */
  static float f16ToFloat(short bits) {
    int sign = (bits & 0x8000) << 16;
    int exponent = (bits >>> F16_FRACTION_BITS) & 0x1f;
    int fraction = bits & 0x3ff;
    if (exponent == 0) {
      float magnitude = fraction * F16_SMALLEST;
      return sign == 0 ? magnitude : -magnitude;
    }
    int wideExponent = exponent == 0x1f ? 0xff : exponent - 15 + 127;
    return Float.intBitsToFloat(sign | (wideExponent << 23) | (fraction << 13));
  }

  /** bfloat16: the upper half of a binary32. */
  static float bf16ToFloat(short bits) {
    return Float.intBitsToFloat(bits << 16);
  }
}
