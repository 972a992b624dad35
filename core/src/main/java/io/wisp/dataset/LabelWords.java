package io.wisp.dataset;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
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
  private static final Pattern WHOLE = Pattern.compile("\\+?(\\d{1,6})(?:[.,]0+)?");

  static {
    List.of("yes", "true", "ja", "wahr", "oui", "vrai", "sí", "si", "sì", "sim", "verdadero")
        .forEach(word -> WORDS.put(word, 1));
    List.of("verdadeiro", "vero", "waar").forEach(word -> WORDS.put(word, 1));
    List.of("no", "false", "nein", "falsch", "non", "faux", "falso", "não", "nao", "nee")
        .forEach(word -> WORDS.put(word, 0));
    WORDS.put("onwaar", 0);
  }

  private LabelWords() {}

  /** A whole number of at least 0, which may be written as {@code 2.0}. */
  static OptionalInt number(String text) {
    Matcher whole = WHOLE.matcher(text.strip());
    return whole.matches() ? OptionalInt.of(Integer.parseInt(whole.group(1))) : OptionalInt.empty();
  }

  /** A whole number, or 1 for yes and true, 0 for no and false. */
  static OptionalInt label(String text) {
    Integer word = WORDS.get(text.strip().toLowerCase(Locale.ROOT));
    return word == null ? number(text) : OptionalInt.of(word);
  }
}
