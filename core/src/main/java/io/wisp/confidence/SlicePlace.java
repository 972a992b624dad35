package io.wisp.confidence;

/**
 * A slice's position.
 *
 * @param volume names the volume
 * @param index its place along the slicing axis
 */
public record SlicePlace(String volume, int index) {
  /** Whether the two are adjacent. */
  boolean isBeside(SlicePlace other) {
    return volume.equals(other.volume()) && Math.abs(index - other.index()) == 1;
  }
}
