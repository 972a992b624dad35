package io.wisp.ablation;

import io.wisp.activation.MapMethod;
import java.util.List;

/**
 * A row of an ablation table, as in its file: what it adds to the row above.
 *
 * @param name in the table
 * @param from what it begins with
 * @param method how maps are made; null for that of the row above, CDM in the first
 * @param set settings of maps and masks, such as {@code map.tau=0}
 */
public record AblationRow(String name, Start from, MapMethod method, List<String> set) {
  /** What a row starts from. */
  public enum Start {
    /** The row above; in the first row the settings of the run. */
    ABOVE,
    /** The paper's own settings of maps and masks; in the first row only. */
    PUBLISHED
  }

  /** Adds nothing, and has no name. */
  static final AblationRow EMPTY = new AblationRow("", Start.ABOVE, null, List.of());

  public AblationRow {
    name = name == null ? "" : name;
    from = from == null ? Start.ABOVE : from;
    set = set == null ? List.of() : List.copyOf(set);
  }

  /** What it adds, in words. */
  String words() {
    StringBuilder words = new StringBuilder(from == Start.PUBLISHED ? "the paper's settings" : "");
    if (method != null) {
      words.append(words.isEmpty() ? "" : ", ").append(method.methodName());
    }
    for (String one : set) {
      words.append(words.isEmpty() ? "" : ", ").append(one);
    }
    return words.toString();
  }
}
