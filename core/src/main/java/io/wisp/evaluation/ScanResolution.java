package io.wisp.evaluation;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where whole scans are scored. */
public enum ScanResolution {
  /** On the slices as the store has them. */
  STORE("store", "at the store's resolution"),
  /** On the scans' own grids, where {@code wisp segment} writes masks. */
  SCAN("scan", "on the scans' own grids");

  private final String name;
  private final String words;

  ScanResolution(String name, String words) {
    this.name = name;
    this.words = words;
  }

  @JsonValue
  String resolutionName() {
    return name;
  }

  /** In a sentence: a scan was scored so. */
  public String words() {
    return words;
  }
}
