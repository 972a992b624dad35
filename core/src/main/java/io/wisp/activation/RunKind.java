package io.wisp.activation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A network that methods ask, and that a run trains. */
public enum RunKind {
  /** ε_θ, told the labels. */
  DIFFUSION("diffusion model", "--model"),
  /** p_φ, of noisy images. */
  CLASSIFIER("classifier", "--classifier"),
  /** Learned from masks by hand. */
  SEGMENTER("segmenter", "--segmenter"),
  /** Learned from the masks of a weak method. */
  STUDENT("student", "--student");

  private final String title;
  private final String option;

  RunKind(String title, String option) {
    this.title = title;
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
    return "a " + title;
  }

  /** In words without an article. */
  public String title() {
    return title;
  }
}
