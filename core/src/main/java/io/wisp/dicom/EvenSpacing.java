package io.wisp.dicom;

import io.wisp.volume.VolumeInfo;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Even spacing for slices whose distances change: from the first slice on, as far apart as the
 * nearest of them lie, to the one nearest to the last. A value between two slices is interpolated
 * linearly along the line of slices; less than half a distance beyond the last it is that of the
 * last.
 *
 * @param places of the slices, in millimetres from the first, ascending from 0
 * @param distance of the even slices, in millimetres
 * @param change the distances and where they change, in words
 */
record EvenSpacing(List<Double> places, double distance, String change) {
  EvenSpacing {
    places = List.copyOf(places);
  }

  /** How many even slices there are. */
  int count() {
    return 1 + (int) Math.round(span() / distance);
  }

  /** The distance of the even slices as a part of the whole line. */
  double part() {
    return distance / span();
  }

  private double span() {
    return places.get(places.size() - 1);
  }

  /** The given slice that an even one is nearest to. */
  int nearest(int even) {
    int below = below(even);
    return weight(even, below) > 0.5 ? below + 1 : below;
  }

  /**
   * Interpolates a volume.
   *
   * @param voxels of the given slices, one slice after another
   * @return of the even slices
   */
  float[] resample(float[] voxels) {
    int pixels = voxels.length / places.size();
    float[] even = new float[Math.multiplyExact(pixels, count())];
    for (int slice = 0; slice < count(); slice++) {
      int below = below(slice);
      double weight = weight(slice, below);
      int from = below * pixels;
      int to = slice * pixels;
      if (weight == 0) {
        System.arraycopy(voxels, from, even, to, pixels);
        continue;
      }
      for (int i = 0; i < pixels; i++) {
        even[to + i] =
            (float) ((1 - weight) * voxels[from + i] + weight * voxels[from + pixels + i]);
      }
    }
    return even;
  }

  /** The last given slice that does not lie behind an even one. */
  private int below(int even) {
    double place = even * distance;
    return IntStream.range(0, places.size())
        .filter(i -> places.get(i) <= place)
        .max()
        .orElseThrow();
  }

  /** How far an even slice lies from the one below towards the next, in [0, 1). */
  private double weight(int even, int below) {
    if (below == places.size() - 1) {
      return 0;
    }
    double gap = places.get(below + 1) - places.get(below);
    return (even * distance - places.get(below)) / gap;
  }

  /** What was done, in words. */
  String text() {
    return "%s; resampled linearly onto %s slices, %s mm apart"
        .formatted(change, count(), VolumeInfo.text(Math.round(distance * 1e4) / 1e4));
  }

  static EvenSpacing of(double[] steps, String change) {
    double[] places = new double[steps.length + 1];
    for (int i = 0; i < steps.length; i++) {
      places[i + 1] = places[i] + steps[i];
    }
    double least = Arrays.stream(steps).min().orElseThrow();
    return new EvenSpacing(Arrays.stream(places).boxed().toList(), least, change);
  }
}
