package io.wisp.slices;

import io.wisp.UserError;

/**
 * How slices are made: enough to cut a new volume in the same way. A plain record that Jackson
 * reads and writes; it is kept in the store and in the run folder.
 *
 * @param axis the axis that slices are stacked along
 * @param size rows and columns of the model's images, at least 4
 * @param normalization how intensities become [-1, 1]
 * @param minContent slices whose fraction of pixels above the background ({@link
 *     IntensityRange#CONTENT_LEVEL}) is smaller are dropped, in [0, 1)
 * @param modality the kind of scan, by its historic BraTS name, such as {@code flair}
 */
public record SliceRecipe(
    Axis axis, int size, Normalization normalization, double minContent, String modality) {
  /** Axial FLAIR slices of 64 by 64 pixels, robust range, at least 5 % content. */
  public static final SliceRecipe DEFAULT =
      new SliceRecipe(Axis.AXIAL, 64, Normalization.ROBUST, 0.05, "flair");

  public SliceRecipe {
    if (size < 4 || size > 4096) {
      throw new UserError("the size of slices is %d, but must be 4 to 4096 pixels".formatted(size));
    }
    if (!(minContent >= 0 && minContent < 1)) {
      throw new UserError(
          "the least content of a slice is %s, but must be a fraction from 0 to below 1"
              .formatted(minContent));
    }
  }

  public SliceRecipe withSize(int size) {
    return new SliceRecipe(axis, size, normalization, minContent, modality);
  }

  public SliceRecipe withAxis(Axis axis) {
    return new SliceRecipe(axis, size, normalization, minContent, modality);
  }

  public SliceRecipe withMinContent(double minContent) {
    return new SliceRecipe(axis, size, normalization, minContent, modality);
  }
}
