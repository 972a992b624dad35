package io.wisp.report;

import java.util.List;

/**
 * Images drawn from the model for one class.
 *
 * @param label the class, in words
 * @param images in [-1, 1]
 */
public record ClassSamples(String label, List<Grid> images) {
  public ClassSamples {
    images = List.copyOf(images);
  }
}
