package io.wisp.activation;

import java.util.ArrayList;
import java.util.List;

/** Small images that differ from one another, the same at every call. */
final class TinyImages {
  private TinyImages() {}

  /** Images of one channel, case:0 and on, each from another place of its scan. */
  static List<LabelledImage> of(int count, int side) {
    List<LabelledImage> images = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[] pixels = new float[side * side];
      for (int p = 0; p < pixels.length; p++) {
        pixels[p] = (float) Math.sin(0.3 * p * (i + 1));
      }
      images.add(new LabelledImage(pixels, "case:" + i, i / (double) count));
    }
    return images;
  }
}
