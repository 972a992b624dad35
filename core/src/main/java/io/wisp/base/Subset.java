package io.wisp.base;

import java.util.List;
import java.util.stream.IntStream;

/** Some elements of a list, evenly spaced, in its order. */
public final class Subset {
  private Subset() {}

  /** At most that many, from the middles of equal parts of the list. */
  public static <T> List<T> fromMiddles(List<T> all, int most) {
    int count = Math.min(most, all.size());
    return IntStream.range(0, count)
        .mapToObj(i -> all.get((int) ((2L * i + 1) * all.size() / (2L * count))))
        .toList();
  }

  /** At most that many, from the first to the last; a single one from the middle. */
  public static <T> List<T> fromEndToEnd(List<T> all, int most) {
    if (all.size() <= most) {
      return List.copyOf(all);
    }
    int last = all.size() - 1;
    return IntStream.range(0, most)
        .mapToObj(i -> most == 1 ? 0.5 : i / (most - 1.0))
        .map(along -> all.get((int) Math.round(along * last)))
        .toList();
  }
}
