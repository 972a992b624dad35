package io.wisp.activation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The timestep at which the network first sees the image noised to level Q. */
public enum StepConvention {
  /** t = Q, as Algorithm 1 is printed. */
  @JsonProperty("paper")
  PAPER,
  /** t = Q − 1, as the published code does. */
  @JsonProperty("published-code")
  PUBLISHED_CODE;

  /** The first timestep at which the network is evaluated. */
  public int first(int noiseLevel) {
    return this == PAPER ? noiseLevel : noiseLevel - 1;
  }
}
