package io.wisp.activation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A network that methods use, and that a run trains. */
public enum RunKind {
  /** ε_θ, given the labels. */
  DIFFUSION("diffusion model"),
  /** p_φ, of noisy images. */
  CLASSIFIER("classifier"),
  /** Learned from manual masks. */
  SEGMENTER("segmenter"),
  /** Learned from the masks of a weak method. */
  STUDENT("student");

  private final String title;

  RunKind(String title) {
    this.title = title;
  }

  /** The name in files. */
  @JsonValue
  public String kindName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The section of the settings for its training, such as {@code classifier.train}. */
  public String trainSettings() {
    return this == DIFFUSION ? "train" : kindName() + ".train";
  }

  /** In words, such as {@code a classifier}. */
  public String description() {
    return "a " + title;
  }

  /** In words without an article. */
  public String title() {
    return title;
  }
}
