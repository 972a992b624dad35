package io.wisp.dataset;

import io.wisp.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which values of a mask are the object.
 *
 * @param name as it was asked for, such as {@code liver+spleen}
 * @param spans the values; a value in any of them is the object
 */
public record ObjectChoice(String name, List<Span> spans) {
  /** Everything that a mask marks. */
  public static final ObjectChoice ALL =
      new ObjectChoice("all", List.of(new Span(Float.MIN_VALUE, Float.MAX_VALUE)));

  private static final Pattern VALUES = Pattern.compile("(\\d+)(?:-(\\d+))?");

  public ObjectChoice {
    spans = List.copyOf(spans);
  }

  /** Values from a lowest to a highest, both among them. */
  public record Span(float low, float high) {
    public static Span of(float value) {
      return new Span(value, value);
    }
  }

  /**
   * Reads names, values and ranges of values that are joined by {@code +} or commas.
   *
   * @param known the names that a layout has
   * @throws UserError if a part is neither
   */
  static ObjectChoice parse(String text, Map<String, List<Span>> known) {
    List<Span> spans = new ArrayList<>();
    for (String part : text.toLowerCase(Locale.ROOT).split("[+,]")) {
      spans.addAll(spansOf(part.strip(), known));
    }
    return new ObjectChoice(text, spans);
  }

  private static List<Span> spansOf(String part, Map<String, List<Span>> known) {
    if (part.equals(ALL.name)) {
      return known.getOrDefault(part, ALL.spans);
    }
    if (known.containsKey(part)) {
      return known.get(part);
    }
    Matcher values = VALUES.matcher(part);
    if (!values.matches()) {
      SortedSet<String> names = new TreeSet<>(known.keySet());
      names.add(ALL.name);
      throw new UserError(
          "there is no object \"%s\": choose of %s, or give values of the mask, such as 1 or 55-70; join several by +"
              .formatted(part, String.join(", ", names)));
    }
    float low = Float.parseFloat(values.group(1));
    float high = values.group(2) == null ? low : Float.parseFloat(values.group(2));
    return List.of(new Span(low, high));
  }

  public boolean marks(float value) {
    for (Span span : spans) {
      if (value >= span.low && value <= span.high) {
        return true;
      }
    }
    return false;
  }

  /** Where a mask holds the object. */
  public boolean[] in(float[] mask) {
    boolean[] marked = new boolean[mask.length];
    for (int i = 0; i < mask.length; i++) {
      marked[i] = marks(mask[i]);
    }
    return marked;
  }
}
