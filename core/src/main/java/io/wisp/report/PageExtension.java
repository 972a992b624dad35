package io.wisp.report;

import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Template filters for the report's records. */
final class PageExtension extends AbstractExtension {
  @Override
  public Map<String, Filter> getFilters() {
    return Map.of(
        "number", decimals((value, decimals) -> Format.number(number(value), decimals)),
        "spread", decimals((value, decimals) -> Format.spread((Estimate) value, decimals)),
        "seconds", simple(value -> Format.seconds(number(value))),
        "example", simple(row -> Figures.example((ExampleRow) row)),
        "samples", simple(samples -> Figures.samples((ClassSamples) samples)),
        "picture", simple(picture -> Figures.picture((Section.Picture) picture)));
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
