package io.wisp.report;

import java.util.List;

/**
 * What a report page says.
 *
 * @param title the heading
 * @param summary one sentence that says what was done and the result
 * @param headlines a few figures shown large; may be empty
 * @param sections in the order of the page; empty ones are left out
 */
public record Report(
    String title, String summary, List<Headline> headlines, List<Section> sections) {

  /** A figure shown large, such as {@code 0.57}, and what it is, such as {@code mean Dice}. */
  public record Headline(String value, String label) {}

  public Report {
    headlines = List.copyOf(headlines);
    sections = List.copyOf(sections);
  }
}
