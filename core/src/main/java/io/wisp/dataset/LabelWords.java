package io.wisp.dataset;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** What stands in label files: names of their columns, and words for labels. */
final class LabelWords {
  static final String CASE = "case";
  static final String SLICE = "slice";
  static final String LABEL = "label";

  /** English, German, French, Spanish, Portuguese, Italian and Dutch. */
  static final Map<String, List<String>> COLUMNS =
      Map.of(
          CASE,
          List.of(
              "case id",
              "file",
              "file name",
              "volume",
              "case name",
              "patient",
              "patient id",
              "subject",
              "subject id",
              "scan",
              "fall",
              "fall id",
              "patienten id",
              "patientin",
              "cas",
              "sujet",
              "id patient",
              "caso",
              "paciente",
              "sujeto",
              "sujeito",
              "paziente",
              "soggetto",
              "geval",
              "patiënt"),
          SLICE,
          List.of(
              "z",
              "slice nr",
              "slice index",
              "slice id",
              "slice number",
              "slice no",
              "slice idx",
              "schicht",
              "schichtnummer",
              "schnitt",
              "scheibe",
              "coupe",
              "tranche",
              "corte",
              "fatia",
              "fetta",
              "sezione",
              "plak",
              "snede"),
          LABEL,
          List.of(
              "label id",
              "class",
              "class id",
              "target",
              "klasse",
              "etikett",
              "étiquette",
              "classe",
              "etiqueta",
              "clase",
              "rótulo",
              "etichetta",
              "etiket"));

  private static final Map<String, Integer> WORDS = new HashMap<>();
  private static final Pattern NUMBER =
      Pattern.compile("\\+?\\d{1,9}(?:[.,]\\d{1,20})?(?:[eE][+-]?\\d{1,2})?");
  private static final Pattern THOUSANDS = Pattern.compile(".*,\\d{3}");
  private static final BigDecimal LARGEST = BigDecimal.valueOf(999_999);

  static {
    List.of("yes", "true", "ja", "wahr", "oui", "vrai", "sí", "si", "sì", "sim", "verdadero")
        .forEach(word -> WORDS.put(word, 1));
    List.of("verdadeiro", "vero", "waar").forEach(word -> WORDS.put(word, 1));
    List.of("no", "false", "nein", "falsch", "non", "faux", "falso", "não", "nao", "nee")
        .forEach(word -> WORDS.put(word, 0));
    List.of("onwaar", "negative", "neg", "absent", "n", "f").forEach(word -> WORDS.put(word, 0));
    List.of("positive", "pos", "present", "y", "t", "j").forEach(word -> WORDS.put(word, 1));
  }

  private LabelWords() {}

  /**
   * A whole number of at least 0, which may be written as {@code 2.0}, {@code 2,0} or {@code
   * 2.0e+00}; empty where it is none, or {@code 1,000} leaves it open.
   */
  static OptionalInt number(String text) {
    String plain = text.strip();
    if (!NUMBER.matcher(plain).matches() || THOUSANDS.matcher(plain).matches()) {
      return OptionalInt.empty();
    }
    BigDecimal value = new BigDecimal(plain.replace(',', '.')).stripTrailingZeros();
    return value.scale() <= 0 && value.compareTo(LARGEST) <= 0
        ? OptionalInt.of(value.intValueExact())
        : OptionalInt.empty();
  }

  /** A whole number, or 1 for yes and true, 0 for no and false. */
  static OptionalInt label(String text) {
    Integer word = WORDS.get(text.strip().toLowerCase(Locale.ROOT));
    return word == null ? number(text) : OptionalInt.of(word);
  }
}
