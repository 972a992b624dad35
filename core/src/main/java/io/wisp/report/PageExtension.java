package io.wisp.report;

import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What the page's templates can do with the report's records. */
final class PageExtension extends AbstractExtension {
  @Override
  public Map<String, Filter> getFilters() {
    return Map.of(
        "number", decimals((value, decimals) -> Format.number(number(value), decimals)),
        "spread", decimals((value, decimals) -> Format.spread((Estimate) value, decimals)),
        "seconds", simple(value -> Format.seconds(number(value))),
        "example", simple(row -> Figures.example((ExampleRow) row)),
        "samples", simple(samples -> Figures.samples((ClassSamples) samples)),
        "picture", simple(picture -> Figures.picture((Section.Picture) picture)),
        "charts", simple(section -> charts((Section) section)));
  }

  private static List<? extends Chart> charts(Section section) {
    if (section instanceof Section.Distribution distribution) {
      List<Double> dice = distribution.slices().stream().map(ScoredSlice::dice).toList();
      SizeChart sizes = new SizeChart(distribution.sizeUnit(), distribution.slices());
      DiceHistogram histogram = new DiceHistogram(dice);
      return sizes.slices().isEmpty() ? List.of(histogram) : List.of(histogram, sizes);
    } else if (section instanceof Section.Comparison comparison) {
      return List.of(new BoxChart("Dice", comparison.groups()));
    } else if (section instanceof Section.Training training) {
      return training.curves().stream()
          .filter(curve -> !curve.points().isEmpty())
          .map(LossChart::new)
          .toList();
    } else if (section instanceof Section.Curves curves) {
      return curves.charts();
    } else if (section instanceof Section.Calibration calibration) {
      return calibration.charts();
    } else if (section instanceof Section.Estimates estimates) {
      return List.of(estimates.chart());
    }
    return List.of();
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  private static Filter simple(Function<Object, Object> function) {
    return new OfFunction(List.of(), (value, decimals) -> function.apply(value));
  }

  private static Filter decimals(BiFunction<Object, Integer, Object> function) {
    return new OfFunction(List.of("decimals"), function);
  }

  private record OfFunction(
      List<String> getArgumentNames, BiFunction<Object, Integer, Object> function)
      implements Filter {
    @Override
    public Object apply(
        Object input,
        Map<String, Object> arguments,
        PebbleTemplate self,
        EvaluationContext context,
        int line) {
      int decimals = ((Number) arguments.getOrDefault("decimals", 0)).intValue();
      return function.apply(input, decimals);
    }
  }
}
