package io.wisp.diffusion;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether the network also predicts the variance of the reverse step. */
public enum Variance {
  @JsonProperty("fixed")
  FIXED,
  /** Twice the output channels: ε, then v that interpolates between log β̃ and log β. */
  @JsonProperty("learned")
  LEARNED;

  /** Output channels that a network for images of this many channels needs. */
  public int outChannels(int channels) {
    return this == LEARNED ? 2 * channels : channels;
  }
}
