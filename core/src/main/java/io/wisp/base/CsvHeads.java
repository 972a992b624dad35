package io.wisp.base;

import io.wisp.BadFile;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The heading of a table: its columns as they are written, and how each is called in the program.
 * Names are compared without case, accents, blanks, dashes and underscores.
 *
 * @param written the cells of the heading
 * @param columns their names in the program, each one different
 */
record CsvHeads(List<String> written, List<String> columns) {

  /**
   * @param others further names of a column, where it is not called by its own
   * @param needed columns that must be there
   * @throws BadFile if one is missing, or several may be meant
   */
  static CsvHeads of(
      Path file, List<String> written, Map<String, List<String>> others, String... needed) {
    List<String> columns = new ArrayList<>(written);
    for (int i = 0; i < written.size(); i++) {
      columns.set(i, "column %s: %s".formatted(i + 1, written.get(i)));
    }
    List<String> wanted = new ArrayList<>(Arrays.asList(needed));
    others.keySet().stream().filter(one -> !wanted.contains(one)).forEach(wanted::add);
    for (String column : wanted) {
      place(file, written, column, others.getOrDefault(column, List.of()))
          .ifPresent(at -> columns.set(at, column));
    }
    for (String column : needed) {
      if (!columns.contains(column)) {
        throw new BadFile(
            file,
            "%s has no column \"%s\": its first line must be %s, in any order and with commas, semicolons or tabs between; it is \"%s\""
                .formatted(
                    file, column, String.join(",", needed), shortened(String.join(",", written))));
      }
    }
    for (int i = 0; i < written.size(); i++) {
      String plain = written.get(i).strip();
      if (!wanted.contains(columns.get(i)) && !plain.isEmpty() && !columns.contains(plain)) {
        columns.set(i, plain);
      }
    }
    return new CsvHeads(List.copyOf(written), List.copyOf(columns));
  }

  /** Whether all needed columns are there by some name. */
  static boolean name(List<String> written, Map<String, List<String>> others, String... needed) {
    return Arrays.stream(needed)
        .allMatch(
            column ->
                written.stream()
                    .map(CsvHeads::plain)
                    .anyMatch(
                        name ->
                            name.equals(plain(column))
                                || others.getOrDefault(column, List.of()).stream()
                                    .map(CsvHeads::plain)
                                    .anyMatch(name::equals)));
  }

  private static Optional<Integer> place(
      Path file, List<String> written, String column, List<String> others) {
    List<Integer> own = places(written, List.of(column));
    List<Integer> found = own.isEmpty() ? places(written, others) : own;
    if (found.size() > 1) {
      throw new BadFile(
          file,
          "the heading of %s: several columns may be the \"%s\": %s; keep one, or call the others otherwise"
              .formatted(
                  file,
                  column,
                  found.stream()
                      .map(i -> "column %s, \"%s\"".formatted(i + 1, written.get(i)))
                      .collect(Collectors.joining(", and "))));
    }
    return found.stream().findFirst();
  }

  private static List<Integer> places(List<String> written, List<String> names) {
    List<String> plain = names.stream().map(CsvHeads::plain).toList();
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      if (plain.contains(plain(written.get(i)))) {
        found.add(i);
      }
    }
    return found;
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("[\\p{M}\\s_.-]", "")
        .toLowerCase(Locale.ROOT);
  }

  private static String shortened(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }
}
