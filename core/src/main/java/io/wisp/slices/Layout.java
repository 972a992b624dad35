package io.wisp.slices;

/** How a source folder is laid out. */
public enum Layout {
  /** {@link #IMAGES} if there are such folders, else {@link #BRATS}. */
  AUTO,
  /**
   * A folder per case with {@code <case>_flair.nii.gz} and {@code <case>_seg.nii.gz}, or the names
   * of 2023, {@code <case>-t2f.nii.gz} and {@code <case>-seg.nii.gz}; possibly within folders such
   * as {@code HGG} and {@code LGG}.
   */
  BRATS,
  /** {@code training|validation/normal|tumor|seg} with PNG or JPEG pictures, one per slice. */
  IMAGES
}
