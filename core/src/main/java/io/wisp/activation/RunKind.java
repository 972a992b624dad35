package io.wisp.activation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A network that methods use, and that a run trains. */
public enum RunKind {
  /** ε_θ, given the labels. */
  DIFFUSION(
      "diffusion model",
      "train",
      "A conditional diffusion model, trained on the training slices of a store. Only labels are"
          + " read, never masks. Images that it draws are in samples.png."),
  /** p_φ, of noisy images. */
  CLASSIFIER(
      "classifier",
      "classifier.train",
      "A classifier of noisy slices, used to guide CG-CDM and CG-Diff and for class activation"
          + " maps. Only labels are read, never masks. At the end it is scored on the held-out"
          + " patients: accuracy and AUROC at each noise level, in noise_levels.csv."),
  /** Learned from manual masks. */
  SEGMENTER(
      "segmenter",
      "segmenter.train",
      "A fully supervised segmenter (FSL), the upper bound for the weak methods: a U-Net, see"
          + " segmenter.network, with Dice loss and cross-entropy. It is the only training that"
          + " reads masks. At the end its Dice on the held-out patients is"
          + " reported."),
  /** Learned from the masks of a weak method. */
  STUDENT("student", "student.train", "A segmenter that learns from the masks of a weak method.");

  private final String title;
  private final String trainSettings;
  private final String summary;

  RunKind(String title, String trainSettings, String summary) {
    this.title = title;
    this.trainSettings = trainSettings;
    this.summary = summary;
  }

  /** The name in files. */
  @JsonValue
  public String kindName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The section of the settings for its training, such as {@code classifier.train}. */
  public String trainSettings() {
    return trainSettings;
  }

  /** Whether it learns from masks; then it says how probable the object is at each pixel. */
  public boolean segments() {
    return this == SEGMENTER || this == STUDENT;
  }

  /** What it is and how it is trained, in sentences. */
  public String summary() {
    return summary;
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
