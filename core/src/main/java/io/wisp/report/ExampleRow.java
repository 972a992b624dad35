package io.wisp.report;

import java.util.Optional;

/**
 * One slice shown from image to mask. All grids have the same shape.
 *
 * @param kind why it is shown
 * @param name case and slice
 * @param dice Dice of the slice; NaN if there is no truth
 * @param image the slice, in [-1, 1]
 * @param truth the true mask, if there is one
 * @param map the activation map, in any range
 * @param mask the predicted mask
 */
public record ExampleRow(
    Kind kind, String name, double dice, Grid image, Optional<Grid> truth, Grid map, Grid mask) {

  /** Why a slice is shown. */
  public enum Kind {
    GOOD,
    MEDIAN,
    BAD
  }

  public ExampleRow {
    if (!map.sameShape(image)
        || !mask.sameShape(image)
        || truth.filter(one -> !one.sameShape(image)).isPresent()) {
      throw new IllegalArgumentException(
          name + ": image, truth, map and mask differ in their shapes");
    }
  }
}
