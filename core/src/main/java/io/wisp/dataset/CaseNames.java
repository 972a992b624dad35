package io.wisp.dataset;

import io.wisp.UserError;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the case that a table means, which may name it by one of its files or folders. */
final class CaseNames {
  private static final Pattern AFTER_NAME =
      Pattern.compile(
          "(?:[_-](?:seg|mask|%s))?(?:\\.(?:nii|hdr|img|nrrd|mha|mhd|dcm|ima|png|jpe?g|tiff?|bmp))?(?:\\.gz)?"
              .formatted(Layouts.endings().map(Pattern::quote).collect(Collectors.joining("|"))),
          Pattern.CASE_INSENSITIVE);

  private CaseNames() {}

  /**
   * The case of a name such as {@code p1}, {@code P1_flair.nii.gz} or {@code data\p1\flair.nii}.
   *
   * @param known the cases that there are
   * @return the name as it is written if it means none of them
   * @throws UserError if it may mean several
   */
  static String find(String written, Collection<String> known) {
    if (known.contains(written)) {
      return written;
    }
    NavigableSet<String> meant = new TreeSet<>();
    for (String part : written.split("[/\\\\]")) {
      known.stream().filter(id -> means(part.strip(), id)).forEach(meant::add);
    }
    if (meant.size() > 1) {
      throw new UserError(
          "\"%s\" may be any of the cases %s: write one of these names"
              .formatted(written, String.join(", ", meant)));
    }
    return meant.isEmpty() ? written : meant.first();
  }

  private static boolean means(String part, String id) {
    String plain = plain(part);
    String wanted = plain(id);
    return plain.startsWith(wanted)
        && AFTER_NAME.matcher(plain.substring(wanted.length())).matches();
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }
}
