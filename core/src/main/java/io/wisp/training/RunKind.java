package io.wisp.training;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a run has trained. */
public enum RunKind {
  DIFFUSION("a diffusion model"),
  CLASSIFIER("a classifier"),
  SEGMENTER("a segmenter"),
  STUDENT("a student");

  private final String description;

  RunKind(String description) {
    this.description = description;
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

  /** Where in the settings stands how it is trained, such as {@code classifier.train}. */
  String trainSettings() {
    return this == DIFFUSION ? "train" : kindName() + ".train";
  }

  /**
   * The training that makes such a run.
   *
   * @throws IllegalStateException for a student, whose training also asks for masks
   */
  public TrainingTask task(RunSettings settings) {
    return switch (this) {
      case DIFFUSION -> new DiffusionTask(settings);
      case CLASSIFIER -> new ClassifierTask(settings);
      case SEGMENTER -> new SegmenterTask(settings);
      case STUDENT -> throw new IllegalStateException("a student is trained by rounds");
    };
  }

  /** In words, such as {@code a classifier}. */
  public String description() {
    return description;
  }
}
