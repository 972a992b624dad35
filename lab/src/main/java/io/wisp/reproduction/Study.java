package io.wisp.reproduction;

import io.wisp.activation.MapMethod;
import io.wisp.dataset.SplitChoice;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A data set with its protocol: how patients are split in each repeat, and what is compared. */
public enum Study {
  /** Nine of ten patients for training, another draw each repeat; Table 1. */
  BRATS("BraTS", "Table 1, BraTS", PublishedResult.BRATS, 0),
  /** Four folds by patient; Table 2 drops slices whose object covers under 5 %. */
  CHAOS("CHAOS", "Table 2, CHAOS", PublishedResult.CHAOS, 0.05),
  /** TCGA-LGG, split as BraTS, its closest public stand-in. */
  LGG("TCGA-LGG", "Table 1, BraTS: other patients", PublishedResult.BRATS, 0);

  /** The methods of the paper's tables, in their order. */
  public static final List<MapMethod> METHODS =
      PublishedResult.BRATS.stream().map(PublishedResult::method).toList();

  private static final double TRAIN_SHARE = 0.9;
  private static final int FOLDS = 4;

  private final String title;
  private final String source;

  @SuppressWarnings("ImmutableEnumChecker") // lists of List.of
  private final List<PublishedResult> published;

  private final double leastObject;

  Study(String title, String source, List<PublishedResult> published, double leastObject) {
    this.title = title;
    this.source = source;
    this.published = published;
    this.leastObject = leastObject;
  }

  /** The study with this name. */
  public static Optional<Study> of(String name) {
    return Arrays.stream(values()).filter(study -> study.studyName().equals(name)).findFirst();
  }

  /** The name on the command line. */
  public String studyName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The data set's name. */
  public String title() {
    return title;
  }

  /** Where the published figures are from. */
  public String publishedIn() {
    return source;
  }

  /** The paper's figures for a method. */
  public Optional<PublishedResult> published(MapMethod method) {
    return published.stream().filter(result -> result.method() == method).findFirst();
  }

  /**
   * The smallest share of a slice that its object covers in the paper's tables; 0 if all slices
   * count.
   */
  public double leastObject() {
    return leastObject;
  }

  /** The preset for a name: {@code paper} and {@code small} are those of the data set. */
  public String preset(String asked) {
    return switch (asked) {
      case "paper" -> this == CHAOS ? "paper-chaos" : "paper-brats";
      case "small" -> this == CHAOS ? "small-chaos" : "small";
      default -> asked;
    };
  }

  /**
   * How patients are split.
   *
   * @param repeat from 1
   */
  public SplitChoice split(int repeat) {
    return this == CHAOS
        ? new SplitChoice.Fold(FOLDS, (repeat - 1) % FOLDS + 1, 1 + (repeat - 1L) / FOLDS)
        : new SplitChoice.Share(TRAIN_SHARE, repeat);
  }
}
