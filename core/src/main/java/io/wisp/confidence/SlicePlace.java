package io.wisp.confidence;

/**
 * Where a slice lies.
 *
 * @param volume names the volume
 * @param index its place along the slicing axis
 */
public record SlicePlace(String volume, int index) {
  /** Whether nothing lies between the two. */
  boolean isBeside(SlicePlace other) {
    return volume.equals(other.volume()) && Math.abs(index - other.index()) == 1;
  }
}
