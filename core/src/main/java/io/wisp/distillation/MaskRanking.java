package io.wisp.distillation;

import io.wisp.mask.SliceMask;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far to trust each slice's mask, relative to the others. Criteria have different scales, so
 * each counts by its rank among the slices, and the confidence is the mean rank, in [0, 1].
 */
final class MaskRanking {
  private MaskRanking() {}

  /** One confidence per mask. */
  static double[] of(List<Criterion> criteria) {
    List<double[]> ranks = criteria.stream().map(Criterion::ranks).toList();
    return IntStream.range(0, ranks.get(0).length)
        .mapToDouble(i -> ranks.stream().mapToDouble(r -> r[i]).average().orElseThrow())
        .toArray();
  }

  /**
   * The most confident masks.
   *
   * @param masks one each; empty ones are never kept
   * @param share of the others to keep, rounded up; of equal ones the first
   */
  static boolean[] kept(double[] confidence, List<boolean[]> masks, double share) {
    List<Integer> best =
        IntStream.range(0, confidence.length)
            .filter(i -> SliceMask.any(masks.get(i)))
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> confidence[i]).reversed())
            .toList();
    boolean[] kept = new boolean[confidence.length];
    best.subList(0, (int) Math.ceil(share * best.size())).forEach(i -> kept[i] = true);
    return kept;
  }
}
