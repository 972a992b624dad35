package io.wisp.diffusion;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether the predicted clean image is clipped to the range of images. */
public enum Clip {
  /** As the paper's formula. */
  @JsonProperty("none")
  NONE,
  /** To [−1, 1], as the published code does. */
  @JsonProperty("to-image-range")
  TO_IMAGE_RANGE
}
