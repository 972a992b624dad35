package io.wisp.activation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The settings of all methods.
 *
 * @param contrast of all methods: which label is sought, against which
 * @param sections by their names; a section that is missing is as published
 */
public record MapSettings(ContrastSettings contrast, Map<String, MethodSettings> sections) {
  public MapSettings {
    sections = Collections.unmodifiableMap(new LinkedHashMap<>(sections));
  }

  /** All as published. */
  public static MapSettings published() {
    Map<String, MethodSettings> sections = new LinkedHashMap<>();
    MapMethods.sections().forEach(section -> sections.put(section.name(), section.published()));
    return new MapSettings(ContrastSettings.usual(), sections);
  }

  /** One section. */
  public <T extends MethodSettings> T of(MethodSection<T> section) {
    return section.type().cast(sections.getOrDefault(section.name(), section.published()));
  }

  /** With another section. */
  public <T extends MethodSettings> MapSettings with(MethodSection<T> section, T settings) {
    Map<String, MethodSettings> changed = new LinkedHashMap<>(sections);
    changed.put(section.name(), settings);
    return new MapSettings(contrast, changed);
  }

  /** Those of Algorithm 1. */
  public PerturbationSettings map() {
    return of(PerturbationSettings.SECTION);
  }

  /** With others of Algorithm 1. */
  public MapSettings withMap(PerturbationSettings map) {
    return with(PerturbationSettings.SECTION, map);
  }
}
