package io.wisp.report;

/** The two colours of masks, 0xRRGGBB. Distinguishable with any colour vision (Okabe and Ito). */
public final class Palette {
  /** Truth: sky blue. */
  public static final int TRUTH = 0x56b4e9;

  /** Prediction: orange. */
  public static final int PREDICTION = 0xe69f00;

  private Palette() {}
}
