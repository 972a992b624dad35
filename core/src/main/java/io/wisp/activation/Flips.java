package io.wisp.activation;

/** Which mirror images are also mapped and averaged (test-time augmentation). */
public enum Flips {
  /** None: the image alone. */
  NONE(1),
  /** The image with left and right exchanged. */
  HORIZONTAL(2);

  private final int views;

  Flips(int views) {
    this.views = views;
  }

  /** Number of images mapped per image. */
  public int views() {
    return views;
  }

  /**
   * The method, applied to the mirror images as well.
   *
   * @param columns of the images
   */
  public ActivationMethod around(ActivationMethod method, int columns) {
    return this == HORIZONTAL ? new FlippedMaps(method, columns) : method;
  }
}
