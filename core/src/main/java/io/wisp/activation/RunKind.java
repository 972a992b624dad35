package io.wisp.activation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A network that methods ask, and that a run trains. */
public enum RunKind {
  /** ε_θ, told the labels. */
  DIFFUSION("a diffusion model", "--model"),
  /** p_φ, of noisy images. */
  CLASSIFIER("a classifier", "--classifier"),
  /** Learned from masks by hand. */
  SEGMENTER("a segmenter", "--segmenter"),
  /** Learned from the masks of a weak method. */
  STUDENT("a student", "--student");

  private final String description;
  private final String option;

  RunKind(String description, String option) {
    this.description = description;
    this.option = option;
  }

  /** The name in files and commands. */
  @JsonValue
  public String kindName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The command that makes such a run. */
  public String command() {
    return this == STUDENT ? "wisp distill" : "wisp train " + kindName();
  }

  /** The option that gives a command such a run. */
  public String option() {
    return option;
  }

  /** Where in the settings stands how it is trained, such as {@code classifier.train}. */
  public String trainSettings() {
    return this == DIFFUSION ? "train" : kindName() + ".train";
  }

  /** In words, such as {@code a classifier}. */
  public String description() {
    return description;
  }
}
