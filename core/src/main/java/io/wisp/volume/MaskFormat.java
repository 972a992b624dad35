package io.wisp.volume;

import java.nio.file.Path;

/**
 * A format that masks and maps are written in. To add one, name the class, which has a public
 * constructor without parameters, in {@code META-INF/services/io.wisp.volume.MaskFormat}.
 *
 * <p>{@link Volume#source()} of what is written is the scan that it was made for, so a format may
 * refer to the scan's own headers. Files are written whole or not at all, take the place of what is
 * there, and their folders are made.
 */
public interface MaskFormat {
  /** The name by which people choose it, in lower case: {@code nifti}. */
  String name();

  /** How names of its files end, with the dot: {@code .nii.gz}. */
  String ending();

  /**
   * Writes a mask.
   *
   * @param file its name ends in {@link #ending()}
   * @param mask 1 inside the object, else 0
   * @throws io.wisp.UserError if the file cannot be written, or the format cannot hold a mask of
   *     this scan
   */
  void writeMask(Path file, Volume mask);

  /**
   * Writes a map.
   *
   * @param file its name ends in {@link #ending()}
   * @param map any finite values
   * @throws io.wisp.UserError as for a mask
   */
  void writeMap(Path file, Volume map);
}
