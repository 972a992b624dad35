package io.wisp.dataset;

import io.wisp.volume.ScanSource;
import io.wisp.volume.Volume;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;

/**
 * A case that is one volume, or several on the same grid as channels.
 *
 * @param plane how they fall into slices
 * @param channels the volumes
 * @param mask on the same grid, if there is one
 * @param object which of its values are the object
 */
public record VolumeImages(
    Plane plane, List<Volume> channels, Optional<Volume> mask, ObjectChoice object)
    implements CaseImages {

  @Override
  public int count() {
    return plane.count();
  }

  @Override
  public RawSlice slice(int index) {
    float[][] pixels =
        channels.stream().map(volume -> plane.extract(volume, index)).toArray(float[][]::new);
    return new RawSlice(
        index,
        plane.rows(),
        plane.columns(),
        pixels,
        mask.map(volume -> object.in(plane.extract(volume, index))),
        OptionalInt.empty());
  }

  @Override
  public SortedSet<Integer> places() {
    return plane.places();
  }

  @Override
  public Optional<String> resampled() {
    return channels.get(0).source().flatMap(ScanSource::resampled);
  }

  @Override
  public float[][] intensities(int channel) {
    return new float[][] {channels.get(channel).voxels()};
  }

  @Override
  public int axis() {
    return plane.axis();
  }

  @Override
  public double sliceSpacing() {
    return plane.sliceSpacing();
  }

  @Override
  public double rowSpacing() {
    return plane.rowSpacing();
  }

  @Override
  public double columnSpacing() {
    return plane.columnSpacing();
  }
}
