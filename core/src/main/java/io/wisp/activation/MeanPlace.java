package io.wisp.activation;

import io.wisp.UserError;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where an object lies on average, from labels alone: how much brighter, pixel by pixel, slices
 * with the object are than slices without it from the same part of the scan,
 *
 * <pre>d = Σ_k n_k (p_k − a_k) / Σ_k n_k</pre>
 *
 * with k the tenths of a scan, p_k the mean image of the n_k positive slices there, and a_k that of
 * the negative ones, or where there are none, of those in the nearest tenths on both sides.
 */
final class MeanPlace {
  private static final int TENTHS = 10;

  private final int present;
  private final int absent;
  private final Sums positives;
  private final Sums negatives;

  private MeanPlace(ContrastSettings contrast, int pixels) {
    present = contrast.present();
    absent = contrast.absent();
    positives = Sums.empty(pixels);
    negatives = Sums.empty(pixels);
  }

  /**
   * The map d of the first channel.
   *
   * @param slices of training patients; those with labels other than the contrast's are ignored
   * @param pixels of an image's channel
   * @throws UserError if no slice has one of the two labels
   */
  static float[] of(Stream<TrainingSlice> slices, ContrastSettings contrast, int pixels) {
    MeanPlace place = new MeanPlace(contrast, pixels);
    slices.forEach(place::add);
    place.require(place.positives, contrast.present());
    place.require(place.negatives, contrast.absent());
    return place.difference();
  }

  private void add(TrainingSlice slice) {
    int tenth = Math.min((int) (TENTHS * slice.position()), TENTHS - 1);
    if (slice.label() == present) {
      positives.add(tenth, slice.pixels());
    } else if (slice.label() == absent) {
      negatives.add(tenth, slice.pixels());
    }
  }

  private void require(Sums sums, int label) {
    if (sums.count() == 0) {
      throw new UserError(
          "The method place compares the mean slice of training patients with the object to that without, but there is no training slice labelled %s: use it on a store whose training patients have slices labelled %s and %s; a scan alone has none."
              .formatted(label, present, absent));
    }
  }

  private float[] difference() {
    float[] difference = new float[positives.pixels()];
    for (int tenth = 0; tenth < TENTHS; tenth++) {
      int count = positives.counts[tenth];
      if (count > 0) {
        double[] usual = negatives.meanNear(tenth);
        for (int p = 0; p < difference.length; p++) {
          double excess = positives.sums[tenth][p] - count * usual[p];
          difference[p] += (float) (excess / positives.count());
        }
      }
    }
    return difference;
  }

  /**
   * Sums of images by tenth.
   *
   * @param counts how many images each is of
   */
  private record Sums(double[][] sums, int[] counts) {
    static Sums empty(int pixels) {
      return new Sums(new double[TENTHS][pixels], new int[TENTHS]);
    }

    void add(int tenth, float[] image) {
      counts[tenth]++;
      for (int p = 0; p < pixels(); p++) {
        sums[tenth][p] += image[p];
      }
    }

    int pixels() {
      return sums[0].length;
    }

    int count() {
      return IntStream.of(counts).sum();
    }

    /** The mean image of the tenth, or of the nearest on both sides that have any. */
    double[] meanNear(int tenth) {
      int distance =
          IntStream.range(0, TENTHS)
              .filter(k -> counts[k] > 0)
              .map(k -> Math.abs(k - tenth))
              .min()
              .orElseThrow();
      double[] mean = new double[pixels()];
      int count = 0;
      for (int k = 0; k < TENTHS; k++) {
        if (Math.abs(k - tenth) == distance) {
          count += counts[k];
          for (int p = 0; p < mean.length; p++) {
            mean[p] += sums[k][p];
          }
        }
      }
      for (int p = 0; p < mean.length; p++) {
        mean[p] /= count;
      }
      return mean;
    }
  }
}
