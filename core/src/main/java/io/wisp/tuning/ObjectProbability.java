package io.wisp.tuning;

import io.wisp.metrics.Logistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * From a slice's score to the probability of the object, by a {@link Logistic} fitted to the labels
 * of the validation slices.
 */
final class ObjectProbability {
  private record Point(ValidationSlice slice, double score) {}

  private ObjectProbability() {}

  /** One per slice, in order. */
  static List<SliceConfidence> of(ValidationSlices slices, List<Double> scores) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < scores.size(); i++) {
      points.add(new Point(slices.slices().get(i), scores.get(i)));
    }
    Logistic all = fit(points);
    Map<String, Logistic> without =
        points.stream()
            .map(point -> point.slice().patient())
            .distinct()
            .collect(Collectors.toMap(Function.identity(), patient -> fitWithout(points, patient)));
    return points.stream()
        .map(
            point ->
                new SliceConfidence(
                    point.slice(),
                    point.score(),
                    all.probability(point.score()),
                    without.get(point.slice().patient()).probability(point.score())))
        .toList();
  }

  private static Logistic fitWithout(List<Point> points, String patient) {
    return fit(points.stream().filter(p -> !p.slice().patient().equals(patient)).toList());
  }

  private static Logistic fit(List<Point> points) {
    boolean[] truth = new boolean[points.size()];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = points.get(i).slice().positive();
    }
    return Logistic.fit(points.stream().mapToDouble(Point::score).toArray(), truth);
  }

  /** The Brier score: the mean squared difference of probability and truth; 0 is perfect. */
  static double brier(List<SliceConfidence> slices, ToDoubleFunction<SliceConfidence> probability) {
    return slices.stream()
        .mapToDouble(
            one -> {
              double off = probability.applyAsDouble(one) - (one.slice().positive() ? 1 : 0);
              return off * off;
            })
        .average()
        .orElse(Double.NaN);
  }
}
