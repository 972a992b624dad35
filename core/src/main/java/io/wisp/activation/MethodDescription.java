package io.wisp.activation;

import java.util.List;
import java.util.Set;

/**
 * What is known of a method before it is made.
 *
 * @param name as it is typed, and as it stands in files
 * @param title in tables
 * @param type what tables sort it by
 * @param asks the networks that it asks
 * @param sections its sections of the settings, at least one
 * @param publishedParameters in words; empty where there are none to tell
 */
public record MethodDescription(
    String name,
    String title,
    MethodType type,
    Set<RunKind> asks,
    List<MethodSection<?>> sections,
    String publishedParameters) {
  public MethodDescription {
    asks = Set.copyOf(asks);
    sections = List.copyOf(sections);
  }
}
