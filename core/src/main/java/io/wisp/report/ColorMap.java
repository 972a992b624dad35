package io.wisp.report;

/** Colours for values: a fraction of 0 to 1 becomes 0xRRGGBB. NaN is a middle grey. */
public enum ColorMap {
  /** Black to white, for images. */
  GREY(0x000000, 0xffffff),

  /**
   * Black through purple and orange to light yellow, with uniform lightness, for maps from zero up.
   */
  INFERNO(
      0x000004, 0x1b0c41, 0x4a0c6b, 0x781c6d, 0xa52c60, 0xcf4446, 0xed6925, 0xfb9b06, 0xf7d13d,
      0xfcffa4),

  /** Blue through white to red, for signed maps; use a symmetric range. */
  DIVERGING(
      0x053061, 0x2166ac, 0x4393c3, 0x92c5de, 0xd1e5f0, 0xf7f7f7, 0xfddbc7, 0xf4a582, 0xd6604d,
      0xb2182b, 0x67001f);

  private static final int UNDEFINED = 0x808080;

  @SuppressWarnings("ImmutableEnumChecker") // never written, never handed out
  private final int[] anchors;

  ColorMap(int... anchors) {
    this.anchors = anchors;
  }

  /** The colour of a fraction, clamped to 0 and 1. */
  public int rgb(double fraction) {
    if (Double.isNaN(fraction)) {
      return UNDEFINED;
    }
    double place = Math.min(1, Math.max(0, fraction)) * (anchors.length - 1);
    int below = Math.min((int) place, anchors.length - 2);
    return mix(anchors[below], anchors[below + 1], place - below);
  }

  /** The colour between two, {@code share} of the way to the second. */
  static int mix(int from, int to, double share) {
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int a = from >> shift & 0xff;
      int b = to >> shift & 0xff;
      mixed |= (int) Math.round(a + (b - a) * share) << shift;
    }
    return mixed;
  }
}
