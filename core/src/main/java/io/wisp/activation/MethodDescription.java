package io.wisp.activation;

import java.util.List;
import java.util.Set;

/**
 * What is known about a method before it is made.
 *
 * @param name on the command line and in files
 * @param title in tables
 * @param type by which tables sort it
 * @param asks the networks that it uses
 * @param sections its sections of the settings, at least one
 * @param publishedParameters as text; empty if there are none
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
