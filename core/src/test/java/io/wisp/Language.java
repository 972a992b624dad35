package io.wisp;

import java.util.Locale;

/** The machine's language, until it is closed. */
public final class Language implements AutoCloseable {
  private final Locale before = Locale.getDefault();

  private Language(Locale locale) {
    Locale.setDefault(locale);
  }

  /**
   * @param tag such as {@code de-DE}
   */
  public static Language of(String tag) {
    return new Language(Locale.forLanguageTag(tag));
  }

  @Override
  public void close() {
    Locale.setDefault(before);
  }
}
