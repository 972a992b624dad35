package io.wisp.training;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a run has trained. */
public enum RunKind {
  DIFFUSION("a diffusion model"),
  CLASSIFIER("a classifier"),
  SEGMENTER("a segmenter");

  private final String description;

  RunKind(String description) {
    this.description = description;
  }

  /** The name in files and commands. */
  @JsonValue
  public String kindName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The training that makes such a run. */
  public TrainingTask task(RunSettings settings) {
    return switch (this) {
      case DIFFUSION -> new DiffusionTask(settings);
      case CLASSIFIER -> new ClassifierTask(settings);
      case SEGMENTER -> new SegmenterTask(settings);
    };
  }

  /** In words, such as {@code a classifier}. */
  public String description() {
    return description;
  }
}
