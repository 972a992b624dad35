package io.wisp.benchmark;

import io.wisp.activation.MapMethod;
import io.wisp.engine.Engine;
import io.wisp.engine.Precision;
import io.wisp.training.RunSettings;
import java.util.List;
import java.util.Set;

/**
 * What to measure.
 *
 * @param settings network, maps and training
 * @param engines the ways to compute that are compared; the first is the one the others are ratios
 *     to
 * @param sections which kinds of work
 * @param methods whose maps are timed
 * @param batches images a forward
 * @param slices slices a map's run
 * @param memory bytes that may be taken; a training that would need more gets a smaller batch
 * @param effort how long
 */
public record BenchmarkPlan(
    RunSettings settings,
    List<Engine> engines,
    Set<Section> sections,
    List<MapMethod> methods,
    List<Integer> batches,
    List<Integer> slices,
    long memory,
    Effort effort) {
  /** A kind of work. */
  public enum Section {
    MEMORY,
    FORWARD,
    MAPS,
    TRAINING
  }

  public BenchmarkPlan {
    engines = List.copyOf(engines);
    sections = Set.copyOf(sections);
    methods = methods.stream().distinct().toList();
    batches = batches.stream().distinct().sorted().toList();
    slices = slices.stream().distinct().sorted().toList();
    if (engines.isEmpty() || engines.get(0).precision() != Precision.FLOAT32) {
      throw new IllegalArgumentException("the first engine computes in float32: the reference");
    }
  }

  boolean asks(Section section) {
    return sections.contains(section);
  }
}
