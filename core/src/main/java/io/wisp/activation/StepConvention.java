package io.wisp.activation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** At which timestep the network sees the image that was noised to level Q first. */
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
