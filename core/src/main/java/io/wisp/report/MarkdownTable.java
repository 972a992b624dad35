package io.wisp.report;

import java.util.List;

/** A table of GitHub's Markdown. */
public final class MarkdownTable {
  private MarkdownTable() {}

  /**
   * The table as text, a line per row.
   *
   * @param names number of leading columns with names; the others hold numbers
   */
  public static String of(List<String> heads, List<List<String>> rows, int names) {
    StringBuilder text = new StringBuilder();
    text.append("| ").append(String.join(" | ", heads)).append(" |\n");
    text.append("|---".repeat(names)).append("|--:".repeat(heads.size() - names)).append("|\n");
    for (List<String> row : rows) {
      List<String> cells = row.stream().map(cell -> cell.replace("|", "\\|")).toList();
      text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
    return text.toString();
  }
}
