package io.wisp.serve.api;

import io.wisp.serve.api.Outlines.Outline;
import io.wisp.serve.api.Outlines.SliceOutline;
import io.wisp.serve.project.LabelSummary;
import io.wisp.serve.project.LabelSummary.Agreed;
import io.wisp.serve.project.Project;
import io.wisp.serve.project.Scan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;

/**
 * Chooses slices to label: the one whose answer is the least known, again and again. Without a
 * model that is the slice farthest from all that are labelled, in its scan and along the body,
 * since neighbours look alike; with a model, the distance counts by how much the model doubts the
 * slice. A scan that has many labels already waits for others.
 */
final class Suggestions {
  /** How much a slice of which the model is certain still counts. */
  private static final double LEAST_DOUBT = 0.1;

  private final List<Pile> piles = new ArrayList<>();

  /** A slice to label; {@code score} says how useful it is, relative to the others. */
  record Suggestion(String scan, int slice, String why, double score) {}

  /**
   * Chooses among all scans of a project.
   *
   * @param name of the label
   */
  static List<Suggestion> of(Project project, Outlines outlines, String name, int count) {
    Map<String, Set<Integer>> labelled = new HashMap<>();
    for (Agreed one : new LabelSummary(project.database()).agreed(name, Optional.empty())) {
      labelled.computeIfAbsent(one.scan(), id -> new TreeSet<>()).add(one.slice());
    }
    Optional<Outlines.Model> model =
        outlines.models().stream().filter(one -> one.label().equals(name)).findFirst();
    Suggestions suggestions = new Suggestions();
    for (Scan scan : project.scans().all()) {
      Optional<Outline> outline = model.flatMap(one -> outlines.read(one, scan));
      suggestions.add(scan, labelled.getOrDefault(scan.id(), Set.of()), outline);
    }
    return suggestions.choose(count);
  }

  /**
   * Adds a scan.
   *
   * @param labelled its slices that have labels
   * @param outline what the newest model says of it
   */
  void add(Scan scan, Set<Integer> labelled, Optional<Outline> outline) {
    double[] doubt = new double[scan.slices()];
    Arrays.fill(doubt, outline.isEmpty() ? 1 : LEAST_DOUBT);
    if (outline.isPresent()) {
      for (SliceOutline one : outline.get().slices()) {
        if (one.slice() < doubt.length) {
          doubt[one.slice()] = doubt(one);
        }
      }
      spreadEdges(outline.get(), doubt);
    }
    piles.add(new Pile(scan, labelled, doubt, outline.isPresent() ? "uncertain" : "spread"));
  }

  /** An empty mask has no confidence of its own. */
  private static double doubt(SliceOutline one) {
    return one.positive() ? Math.max(LEAST_DOUBT, 1 - one.confidence()) : LEAST_DOUBT;
  }

  /** Where a mask ends, the next empty slice is as doubtful as the last that is not. */
  private static void spreadEdges(Outline outline, double[] doubt) {
    boolean[] positive = new boolean[doubt.length];
    outline.slices().stream()
        .filter(one -> one.slice() < doubt.length)
        .forEach(one -> positive[one.slice()] = one.positive());
    for (int i = 0; i < doubt.length; i++) {
      boolean before = i > 0 && positive[i - 1];
      boolean after = i + 1 < doubt.length && positive[i + 1];
      if (!positive[i] && (before || after)) {
        doubt[i] = Math.max(doubt[i], 0.5);
      }
    }
  }

  List<Suggestion> choose(int count) {
    PriorityQueue<Pile> queue =
        new PriorityQueue<>(
            Comparator.comparingDouble((Pile pile) -> -pile.score())
                .thenComparing(pile -> pile.scan.id()));
    piles.stream().filter(Pile::hasNext).forEach(queue::add);
    List<Suggestion> chosen = new ArrayList<>();
    while (chosen.size() < count && !queue.isEmpty()) {
      Pile best = queue.poll();
      chosen.add(best.take());
      if (best.hasNext()) {
        queue.add(best);
      }
    }
    return chosen;
  }

  /** The slices of a scan. */
  private static final class Pile {
    private final Scan scan;
    private final double[] doubt;
    private final double[] distance;
    private final String why;
    private int known;
    private int next = -1;

    Pile(Scan scan, Set<Integer> labelled, double[] doubt, String why) {
      this.scan = scan;
      this.doubt = doubt;
      this.why = why;
      this.distance = new double[doubt.length];
      Arrays.fill(distance, 1);
      labelled.stream().filter(i -> i < doubt.length).forEach(this::mark);
      find();
    }

    /** A slice is known: its neighbours tell less. */
    private void mark(int slice) {
      known++;
      for (int i = 0; i < distance.length; i++) {
        distance[i] = Math.min(distance[i], Math.abs(i - slice) / (double) distance.length);
      }
    }

    private void find() {
      next = -1;
      for (int i = 0; i < distance.length; i++) {
        boolean better = next < 0 || value(i) > value(next);
        if (distance[i] > 0 && scan.hasContent(i) && better) {
          next = i;
        }
      }
    }

    /** Of equally good ones, that nearest to the middle. */
    private double value(int i) {
      double middle = Math.abs(i - (distance.length - 1) / 2.0) / distance.length;
      return doubt[i] * distance[i] * (1 - 0.01 * middle);
    }

    boolean hasNext() {
      return next >= 0;
    }

    double score() {
      return value(next) / (1 + known);
    }

    Suggestion take() {
      Suggestion taken = new Suggestion(scan.id(), next, why, score());
      mark(next);
      find();
      return taken;
    }
  }
}
