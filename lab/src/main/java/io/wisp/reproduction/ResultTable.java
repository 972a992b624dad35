package io.wisp.reproduction;

import io.wisp.activation.MapMethod;
import io.wisp.activation.MapMethods;
import io.wisp.activation.MethodType;
import io.wisp.metrics.DistanceUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The paper's table for one data set.
 *
 * @param caption which slices were scored
 * @param unit of the distances
 * @param lines by type, in the paper's order
 */
public record ResultTable(Study study, String caption, DistanceUnit unit, List<ResultLine> lines) {
  public ResultTable {
    lines = List.copyOf(lines);
  }

  /**
   * @param evaluations of any methods and repeats, at least one with slices
   */
  static ResultTable of(Study study, String caption, List<MethodEvaluation> evaluations) {
    Map<MapMethod, List<MethodEvaluation>> byMethod = new LinkedHashMap<>();
    for (MapMethod method : inOrder(evaluations)) {
      byMethod.put(
          method,
          evaluations.stream()
              .filter(one -> one.method() == method && !one.slices().isEmpty())
              .toList());
    }
    List<ResultLine> lines =
        byMethod.values().stream()
            .filter(own -> !own.isEmpty())
            .map(own -> ResultLine.of(study, own))
            .toList();
    return new ResultTable(study, caption, evaluations.get(0).unit(), lines);
  }

  /** Methods by type; within it those of the paper in its order, then the others. */
  static List<MapMethod> inOrder(List<MethodEvaluation> evaluations) {
    List<MapMethod> present =
        evaluations.stream().map(MethodEvaluation::method).distinct().toList();
    List<MapMethod> ordered = new ArrayList<>();
    for (MethodType type : MethodType.values()) {
      Study.METHODS.stream()
          .filter(method -> method.type() == type && present.contains(method))
          .forEach(ordered::add);
      MapMethods.all().stream()
          .filter(method -> method.type() == type && present.contains(method))
          .filter(method -> !Study.METHODS.contains(method))
          .forEach(ordered::add);
    }
    return ordered;
  }

  /** The line of the best method that learned from labels alone, by Dice. */
  Optional<ResultLine> bestLearned() {
    return best(line -> line.type() != MethodType.FSL && line.method().learns());
  }

  /** The line of the best rule that learns nothing. */
  Optional<ResultLine> bestRule() {
    return best(line -> !line.method().learns());
  }

  private Optional<ResultLine> best(Predicate<ResultLine> wanted) {
    return lines.stream()
        .filter(wanted)
        .max(Comparator.comparingDouble(line -> line.dice().mean()));
  }
}
