package io.wisp.distillation;

import io.wisp.metrics.Overlap;
import io.wisp.slices.SliceRecord;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far the mask of each slice is to be trusted. Criteria have scales of their own, so each
 * counts by its rank among the slices, and the confidence is the mean of the ranks, in [0, 1].
 */
final class Confidence {
  private Confidence() {}

  /** One confidence a mask. */
  static double[] of(List<Criterion> criteria) {
    List<double[]> ranks = criteria.stream().map(Criterion::ranks).toList();
    return IntStream.range(0, ranks.get(0).length)
        .mapToDouble(i -> ranks.stream().mapToDouble(r -> r[i]).average().orElseThrow())
        .toArray();
  }

  /**
   * The most confident masks.
   *
   * @param usable whether there is a mask at all; the others are never kept
   * @param share of the usable ones to keep, rounded up; of equal ones the first
   */
  static boolean[] kept(double[] confidence, boolean[] usable, double share) {
    List<Integer> best =
        IntStream.range(0, confidence.length)
            .filter(i -> usable[i])
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> confidence[i]).reversed())
            .toList();
    boolean[] kept = new boolean[confidence.length];
    best.subList(0, (int) Math.ceil(share * best.size())).forEach(i -> kept[i] = true);
    return kept;
  }

  /**
   * Contrast of a map: (mean inside the mask − mean outside) / standard deviation outside, all
   * within the foreground. 0 where one of them is empty.
   */
  static double contrast(float[] map, boolean[] mask, boolean[] foreground) {
    double inside = 0;
    double outside = 0;
    double squares = 0;
    int within = 0;
    int without = 0;
    for (int i = 0; i < map.length; i++) {
      if (mask[i]) {
        inside += map[i];
        within++;
      } else if (foreground[i]) {
        outside += map[i];
        squares += (double) map[i] * map[i];
        without++;
      }
    }
    double mean = outside / without;
    double variance = Math.max(0, squares / without - mean * mean);
    double contrast = (inside / within - mean) / Math.sqrt(variance);
    return Double.isNaN(contrast) ? 0 : contrast;
  }

  /** Certainty of a student: the mean of |p − 0.5| · 2 in its mask; 0 where this is empty. */
  static double certainty(float[] probability, boolean[] mask) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < mask.length; i++) {
      if (mask[i]) {
        sum += 2 * Math.abs(probability[i] - 0.5);
        count++;
      }
    }
    return sum / Math.max(1, count);
  }

  /**
   * Agreement in the third dimension: the mean Dice of a slice's mask with those of the slices
   * right before and after it, as far as these have one. NaN where none has.
   *
   * @param slices in the store's order
   * @param masks one a slice
   */
  static double[] neighbours(List<SliceRecord> slices, List<boolean[]> masks) {
    return IntStream.range(0, slices.size())
        .mapToDouble(
            i ->
                IntStream.of(i - 1, i + 1)
                    .filter(j -> j >= 0 && j < slices.size())
                    .filter(j -> adjacent(slices.get(i), slices.get(j)) && any(masks.get(j)))
                    .mapToDouble(j -> dice(masks.get(i), masks.get(j)))
                    .average()
                    .orElse(Double.NaN))
        .toArray();
  }

  private static boolean adjacent(SliceRecord one, SliceRecord other) {
    return one.caseId().equals(other.caseId()) && Math.abs(one.slice() - other.slice()) == 1;
  }

  /** Dice of two masks, 1 where both are empty. */
  static double dice(boolean[] one, boolean[] other) {
    return Overlap.of(one, other).dice();
  }

  /** Whether a mask holds anything. */
  static boolean any(boolean[] mask) {
    return IntStream.range(0, mask.length).anyMatch(i -> mask[i]);
  }

  /** Whether each mask holds anything. */
  static boolean[] any(List<boolean[]> masks) {
    boolean[] result = new boolean[masks.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = any(masks.get(i));
    }
    return result;
  }
}
