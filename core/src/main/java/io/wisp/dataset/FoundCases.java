package io.wisp.dataset;

import java.util.List;

/**
 * What a layout finds in a folder.
 *
 * @param cases sorted by name, at least one
 * @param classes names of the labels 0, 1, …; empty where folders do not tell labels
 */
public record FoundCases(List<SourceCase> cases, List<String> classes) {
  public FoundCases {
    cases = List.copyOf(cases);
    classes = List.copyOf(classes);
  }

  /** Cases whose labels are told by masks or a label file. */
  public static FoundCases of(List<SourceCase> cases) {
    return new FoundCases(cases, List.of());
  }
}
