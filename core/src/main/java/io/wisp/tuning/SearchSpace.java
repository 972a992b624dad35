package io.wisp.tuning;

import io.wisp.activation.MapMethod;
import io.wisp.activation.RuleMethod;
import io.wisp.activation.RuleSettings;
import io.wisp.mask.Threshold;
import io.wisp.training.RunSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The default trials, in order. */
public final class SearchSpace {
  /** Thousandths of T. */
  private static final int[] LEVELS = {25, 50, 75, 100, 150, 200, 250, 300, 400, 500};

  /** Neighbouring levels whose maps are averaged; free, since their maps exist by then. */
  private static final int[] NEIGHBOURS = {3, 5};

  private static final double[] TAUS = {0, -0.5, 0.5, 0.9, 0.95};
  private static final List<String> SIGNS = List.of("SIGNED", "NEGATIVE", "ABSOLUTE");

  /** Pixels at {@link #SIDE}; both grow with the size. */
  private static final double[] SMOOTHINGS = {0, 0.5, 1, 1.5, 2};

  private static final int[] EROSIONS = {0, 2, 3, 5};
  private static final double SIDE = 64;
  private static final double[] FIXED = {0.3, 0.4, 0.5, 0.6, 0.7};
  private static final String MAPS = "map";

  /** Robust standard deviations. */
  private static final double[] FACTORS = {0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4};

  private SearchSpace() {}

  /**
   * The usual knobs, with the user's replacing those of the same name. Further ones come last, but
   * map settings before mask settings; a knob without values is dropped.
   *
   * @throws io.wisp.UserError if a setting does not exist, or cannot have a value to try
   */
  public static List<Knob> of(MapMethod method, RunSettings settings, List<Knob> users) {
    List<Knob> knobs = new ArrayList<>();
    for (Knob usual : usual(method, settings)) {
      knobs.add(users.stream().filter(named(usual)).reduce(usual, (old, last) -> last));
    }
    for (Knob own : users) {
      if (knobs.stream().noneMatch(named(own))) {
        knobs.add(own);
      }
    }
    knobs.forEach(knob -> knob.candidates(settings));
    return knobs.stream()
        .filter(knob -> !knob.values().isEmpty())
        .collect(Collectors.partitioningBy(SearchSpace::changesMaps))
        .entrySet()
        .stream()
        .sorted((a, b) -> Boolean.compare(b.getKey(), a.getKey()))
        .flatMap(entry -> entry.getValue().stream())
        .toList();
  }

  private static Predicate<Knob> named(Knob other) {
    return knob -> knob.setting().equals(other.setting());
  }

  private static boolean changesMaps(Knob knob) {
    return !knob.setting().section().equals("mask");
  }

  private static List<Knob> usual(MapMethod method, RunSettings settings) {
    return method instanceof RuleMethod rule ? ofRule(rule) : ofNetwork(settings);
  }

  private static List<Knob> ofRule(RuleMethod rule) {
    return Stream.of(
            Knob.of("rule.side", Arrays.asList(RuleSettings.Side.values())),
            Knob.of("rule.factor", DoubleStream.of(FACTORS).boxed().toList()))
        .filter(knob -> rule.choices().contains(knob.setting().name()))
        .toList();
  }

  private static List<Knob> ofNetwork(RunSettings settings) {
    double scale = settings.network().imageSize() / SIDE;
    List<Integer> erosions =
        IntStream.of(EROSIONS).mapToObj(e -> (int) Math.round(e * scale)).distinct().toList();
    return List.of(
        Knob.of(MAPS + ".noise_levels", levels(settings)),
        Knob.of(MAPS + ".tau", DoubleStream.of(TAUS).boxed().toList()),
        Knob.of("mask.sign", SIGNS),
        Knob.of("mask.smoothing", DoubleStream.of(SMOOTHINGS).map(s -> s * scale).boxed().toList()),
        Knob.of("mask.foreground.erosion", erosions),
        Knob.of("mask.threshold", thresholds()),
        Knob.of("mask.components", List.of("ALL", "LARGEST")));
  }

  private static List<List<Integer>> levels(RunSettings settings) {
    int steps = settings.diffusion().steps();
    List<Integer> single =
        IntStream.of(LEVELS)
            .map(level -> (int) ((long) level * steps / 1000))
            .filter(level -> level >= settings.map().iterations() && level < steps)
            .distinct()
            .boxed()
            .toList();
    List<List<Integer>> all = new ArrayList<>(single.stream().map(List::of).toList());
    for (int width : NEIGHBOURS) {
      for (int from = 0; from + width <= single.size(); from++) {
        all.add(single.subList(from, from + width));
      }
    }
    return all;
  }

  private static List<Threshold> thresholds() {
    return Stream.concat(
            Stream.of(Threshold.otsuPerImage(), Threshold.otsuAverage()),
            DoubleStream.of(FIXED).mapToObj(Threshold::fixed))
        .toList();
  }
}
