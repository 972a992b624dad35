package io.wisp.distillation;

import io.wisp.metrics.Overlap;
import io.wisp.training.Agreement;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What several methods say of the same slices.
 *
 * @param names of the methods, the teacher's first
 * @param masks of each method, one per slice
 */
record Consensus(List<String> names, List<List<boolean[]>> masks) {
  /**
   * Mean Dice with the teacher's masks. A rule that suits the object has 0.6 and more, one that
   * does not would outvote the teacher with its errors.
   */
  static final double LEAST = 0.5;

  /** Mean Dice of a method's masks with the teacher's. */
  double withTeacher(int method) {
    List<boolean[]> teacher = masks.get(0);
    List<boolean[]> other = masks.get(method);
    return IntStream.range(0, teacher.size())
        .mapToDouble(i -> Overlap.of(teacher.get(i), other.get(i)).dice())
        .average()
        .orElseThrow();
  }

  /** Whether a method, or the teacher itself, is heard. */
  boolean heard(int method) {
    return method == 0 || withTeacher(method) >= LEAST;
  }

  /** Those that are heard. */
  Consensus ofHeard() {
    List<Integer> kept = IntStream.range(0, names.size()).filter(this::heard).boxed().toList();
    return new Consensus(
        kept.stream().map(names::get).toList(), kept.stream().map(masks::get).toList());
  }

  /** How far the methods agree on each slice: the mean Dice of all pairs of masks. */
  double[] agreement() {
    return IntStream.range(0, masks.get(0).size()).mapToDouble(i -> meanDice(of(i))).toArray();
  }

  /** What is known of each slice. */
  List<byte[]> levels(Agreement agreement) {
    int needed = agreement.needed(names.size());
    return IntStream.range(0, masks.get(0).size())
        .mapToObj(i -> Levels.agreed(of(i), needed))
        .toList();
  }

  private List<boolean[]> of(int slice) {
    return masks.stream().map(method -> method.get(slice)).toList();
  }

  private static double meanDice(List<boolean[]> masks) {
    return IntStream.range(0, masks.size())
        .boxed()
        .flatMap(i -> masks.subList(0, i).stream().map(one -> Overlap.of(one, masks.get(i))))
        .mapToDouble(Overlap::dice)
        .average()
        .orElseThrow();
  }
}
