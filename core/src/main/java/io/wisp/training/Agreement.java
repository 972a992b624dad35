package io.wisp.training;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is known of a pixel of which several methods say whether it is the object. */
public enum Agreement {
  /** What all say; where they differ, nothing is known. */
  @JsonProperty("all")
  ALL,
  /** What more than half of them say; with a tie nothing is known. */
  @JsonProperty("most")
  MOST;

  /**
   * How many of them must say the same.
   *
   * @param methods how many there are, 1 or more
   */
  public int needed(int methods) {
    return this == ALL ? methods : methods / 2 + 1;
  }
}
