package io.wisp.report;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Turns a {@link Report} into one self-contained HTML file: pictures, charts and style are inside,
 * no script, no network. It follows the reader's light or dark scheme, fits a phone, and prints.
 */
public final class ReportPage {
  private static final String TEMPLATES = "io/wisp/report";

  /** A section with its anchor and its template, which is named after the section's class. */
  record Part(String id, String template, Section section) {
    static Part of(int number, Section section) {
      return new Part("part-" + number, templateOf(section.getClass()), section);
    }
  }

  private ReportPage() {}

  /** Writes the page in place of an older one, whole or not at all; makes missing folders. */
  public static void write(Report report, Path file) {
    Output.write(file, html(report).getBytes(StandardCharsets.UTF_8));
  }

  /** The page as text. */
  public static String html(Report report) {
    StringWriter page = new StringWriter();
    try {
      Map<String, Object> values = Map.of("report", report, "parts", parts(report));
      engine().getTemplate("page.peb").evaluate(page, values, Locale.ROOT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return page.toString();
  }

  static String templateOf(Class<?> section) {
    return section.getSimpleName().toLowerCase(Locale.ROOT) + ".peb";
  }

  private static List<Part> parts(Report report) {
    List<Part> parts = new ArrayList<>();
    for (Section section : report.sections()) {
      if (!section.isEmpty()) {
        parts.add(Part.of(parts.size() + 1, section));
      }
    }
    return parts;
  }

  private static PebbleEngine engine() {
    ClasspathLoader loader = new ClasspathLoader(ReportPage.class.getClassLoader());
    loader.setPrefix(TEMPLATES);
    return new PebbleEngine.Builder()
        .loader(loader)
        .extension(new PageExtension())
        .strictVariables(true)
        .autoEscaping(true)
        .build();
  }
}
