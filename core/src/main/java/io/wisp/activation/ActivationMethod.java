package io.wisp.activation;

import java.util.List;

/** A way to say where in each image the object of a label is. */
@FunctionalInterface
public interface ActivationMethod {
  /**
   * One map per image: [H·W], signed, in the method's own scale.
   *
   * @param images of one size
   */
  List<float[]> maps(List<LabelledImage> images);
}
