package io.wisp.slices;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.wisp.BadSetting;
import io.wisp.dataset.Axis;
import java.util.HashSet;
import java.util.List;

/**
 * How slices are made: enough to cut a new volume in the same way. A plain record that Jackson
 * reads and writes; it is kept in the store and in the run folder.
 *
 * @param axis the axis that slices are stacked along
 * @param size rows and columns of the model's images, at least 4
 * @param normalization how intensities become [-1, 1]
 * @param minContent slices whose fraction of pixels above the background ({@link
 *     IntensityRange#CONTENT_LEVEL}) is smaller are dropped, in [0, 1)
 * @param modality the kind of scan, by its historic BraTS name, such as {@code flair}; several
 *     become channels, separated by commas, such as {@code t1,t1ce,t2,flair}
 */
@RecordBuilder
public record SliceRecipe(
    Axis axis, int size, Normalization normalization, double minContent, String modality)
    implements SliceRecipeBuilder.With {
  /** Axial FLAIR slices of 64 by 64 pixels, robust range, at least 5 % content. */
  public static final SliceRecipe DEFAULT =
      new SliceRecipe(Axis.AXIAL, 64, Normalization.ROBUST, 0.05, "flair");

  public SliceRecipe {
    if (size < 4 || size > 4096) {
      throw new BadSetting(
          "size", size, "the size of slices is %s, but must be 4 to 4096 pixels".formatted(size));
    }
    if (!(minContent >= 0 && minContent < 1)) {
      throw new BadSetting(
          "min_content",
          minContent,
          "the least content of a slice is %s, but must be a fraction from 0 to below 1"
              .formatted(minContent));
    }
    List<String> kinds = List.of(modality.split(",", -1));
    if (kinds.stream().anyMatch(String::isBlank) || new HashSet<>(kinds).size() < kinds.size()) {
      throw new BadSetting(
          "modality",
          modality,
          "the modality is \"%s\", but must be one or several different names, separated by commas"
              .formatted(modality));
    }
  }

  /** The kinds of scan, one per channel. */
  public List<String> modalities() {
    return List.of(modality.split(","));
  }

  /** Channels of the model's images. */
  public int channels() {
    return modalities().size();
  }
}
