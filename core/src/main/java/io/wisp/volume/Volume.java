package io.wisp.volume;

import java.util.Objects;
import java.util.Optional;

/**
 * A 3-D scan: voxels as floats and the geometry that places them. x runs fastest: the voxel (x, y,
 * z) has the index {@code x + nx * (y + ny * z)}. Values that the file holds as NaN or infinity
 * stay so.
 */
public final class Volume {
  private final Geometry geometry;
  private final float[] voxels;
  private final Optional<ScanSource> source;

  /**
   * @param voxels x fastest, [nz * ny * nx]; kept, not copied
   */
  public Volume(Geometry geometry, float[] voxels) {
    this(geometry, voxels, Optional.empty());
  }

  /**
   * @param voxels x fastest, [nz * ny * nx]; kept, not copied
   * @param source where they were read from
   */
  public Volume(Geometry geometry, float[] voxels, ScanSource source) {
    this(geometry, voxels, Optional.of(source));
  }

  private Volume(Geometry geometry, float[] voxels, Optional<ScanSource> source) {
    this.geometry = Objects.requireNonNull(geometry);
    this.voxels = Objects.requireNonNull(voxels);
    this.source = source;
    if (voxels.length != geometry.voxelCount()) {
      throw new IllegalArgumentException(
          voxels.length + " voxels do not fill a grid of " + geometry.shapeText());
    }
  }

  public Geometry geometry() {
    return geometry;
  }

  public int nx() {
    return geometry.nx();
  }

  public int ny() {
    return geometry.ny();
  }

  public int nz() {
    return geometry.nz();
  }

  public float get(int x, int y, int z) {
    Objects.checkIndex(x, nx());
    Objects.checkIndex(y, ny());
    Objects.checkIndex(z, nz());
    return voxels[x + nx() * (y + ny() * z)];
  }

  /** The array itself, x fastest. */
  public float[] voxels() {
    return voxels;
  }

  /** The scan that the voxels were read from or, of a mask, that it was made for. */
  public Optional<ScanSource> source() {
    return source;
  }

  /** Other values on the same grid and of the same source, such as a mask of this scan. */
  public Volume withVoxels(float[] other) {
    return new Volume(geometry, other, source);
  }

  /** Other values on another grid, of the same source. */
  public Volume on(Geometry grid, float[] other) {
    return new Volume(grid, other, source);
  }
}
