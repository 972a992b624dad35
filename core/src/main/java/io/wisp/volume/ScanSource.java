package io.wisp.volume;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A scan where it lies on the disk: a file, several files or a folder. Nothing is held open between
 * calls.
 *
 * <p>Every failure that a file causes is a {@link io.wisp.UserError} that names the file.
 */
public interface ScanSource {
  /** The path by which the scan was opened. */
  Path path();

  /** Which of the series at its path it is, for people; empty if there is only one. */
  default String series() {
    return "";
  }

  /** What {@link ScanFormat.Choice} chooses it by, among the series at its path; empty as above. */
  default String seriesKey() {
    return "";
  }

  /** The files it is made of; where each holds slices, in the order of the slices. */
  List<Path> files();

  /**
   * The file of each slice of a frame, where each file holds a slice; where slices were resampled,
   * the nearest.
   */
  default List<Path> sliceFiles() {
    return files();
  }

  /** How slices were brought onto even spacing, in words; empty if none had to be. */
  default Optional<String> resampled() {
    return Optional.empty();
  }

  /**
   * How the scan lies in space, without its voxels.
   *
   * @throws io.wisp.UserError also if the files are too small to hold the voxels
   */
  Geometry geometry();

  /** The 3-D frames it consists of. */
  default Frames frames() {
    return Frames.ONE;
  }

  /**
   * The distance of neighbouring values that the files can hold, for they are whole numbers that a
   * header scales; 0 where they are not, or that is not known.
   */
  default double step() {
    return 0;
  }

  /**
   * Reads one 3-D frame; the volume keeps this as its {@link Volume#source()}.
   *
   * @param frame 0 for the first; axes after the fourth count on, the fourth fastest
   * @throws io.wisp.UserError if there is no such frame
   */
  Volume read(int frame);

  /** Says what is in the scan; reads all frames without holding them. */
  VolumeInfo info();
}
