package io.wisp.mask;

import io.wisp.BadSetting;

/**
 * How the maps, scaled to [0, 1], are thresholded.
 *
 * @param rule how the threshold is found
 * @param value the threshold of {@link Rule#FIXED}, {@link Rule#PROBABILITY} and {@link
 *     Rule#PROBABILITY_OF_PRESENT}, in [0, 1); the robust standard deviations of {@link
 *     Rule#ABOVE_MEDIAN_PER_VOLUME}, 0 to 100; ignored by the others
 */
public record Threshold(Rule rule, double value) {
  private static final double MIDDLE = 0.5;
  private static final double MOST_DEVIATIONS = 100;

  /** How the threshold is found. */
  public enum Rule {
    /** Every map by its own Otsu threshold (the published code). */
    OTSU_PER_IMAGE,
    /** All maps by the mean of their Otsu thresholds (the paper's "average Otsu"). */
    OTSU_AVERAGE,
    /**
     * All maps of a volume by one Otsu threshold, on the volume's common scale: its smallest value
     * becomes 0 and its largest 1. A slice can stay empty.
     */
    OTSU_PER_VOLUME,
    /**
     * All maps of a volume by their median plus some standard deviations, the latter from the
     * median distance of the median. A slice can stay empty.
     */
    ABOVE_MEDIAN_PER_VOLUME,
    /**
     * Every map where its level set lies along an edge of map and image, see {@link EdgeContrast}.
     * Where it is not known which slices hold the object, Otsu's threshold of the volume.
     */
    EDGE_CONTRAST,
    /**
     * Midway between the edge threshold of the slice and that of all slices of the volume, on the
     * volume's common scale: a slice that shows little gets a small mask, but still counts. Where
     * it is not known which slices hold the object, that of the volume.
     */
    EDGE_CONTRAST_IN_VOLUME,
    /** All maps by the same number. */
    FIXED,
    /** Maps that are probabilities, by a number, without scaling. */
    PROBABILITY,
    /**
     * The same; but a slice that is known to hold the object, and has no pixel above, is cut at
     * half of its largest value.
     */
    PROBABILITY_OF_PRESENT;

    /** Whether maps are probabilities. */
    public boolean ofProbability() {
      return this == PROBABILITY || this == PROBABILITY_OF_PRESENT;
    }
  }

  public Threshold {
    if (rule == null) {
      throw new BadSetting(
          "mask.threshold.rule",
          null,
          "the mask's threshold has no rule: use OTSU_PER_IMAGE, OTSU_AVERAGE, OTSU_PER_VOLUME, ABOVE_MEDIAN_PER_VOLUME, EDGE_CONTRAST, EDGE_CONTRAST_IN_VOLUME, FIXED, PROBABILITY or PROBABILITY_OF_PRESENT");
    }
    double most = rule == Rule.ABOVE_MEDIAN_PER_VOLUME ? MOST_DEVIATIONS : 1;
    if (!(value >= 0 && value < most)) {
      throw new BadSetting(
          "mask.threshold.value",
          value,
          "the mask's threshold is %s: use 0 or more, below %s".formatted(value, (int) most));
    }
  }

  public static Threshold otsuPerImage() {
    return new Threshold(Rule.OTSU_PER_IMAGE, MIDDLE);
  }

  public static Threshold otsuAverage() {
    return new Threshold(Rule.OTSU_AVERAGE, MIDDLE);
  }

  public static Threshold otsuPerVolume() {
    return new Threshold(Rule.OTSU_PER_VOLUME, MIDDLE);
  }

  public static Threshold aboveMedianPerVolume(double deviations) {
    return new Threshold(Rule.ABOVE_MEDIAN_PER_VOLUME, deviations);
  }

  public static Threshold edgeContrast() {
    return new Threshold(Rule.EDGE_CONTRAST, MIDDLE);
  }

  public static Threshold edgeContrastInVolume() {
    return new Threshold(Rule.EDGE_CONTRAST_IN_VOLUME, MIDDLE);
  }

  public static Threshold fixed(double value) {
    return new Threshold(Rule.FIXED, value);
  }

  public static Threshold probability(double value) {
    return new Threshold(Rule.PROBABILITY, value);
  }

  public static Threshold probabilityOfPresent(double value) {
    return new Threshold(Rule.PROBABILITY_OF_PRESENT, value);
  }

  /** What is scaled and thresholded as one. */
  MaskUnit unit() {
    return switch (rule) {
      case OTSU_PER_VOLUME, ABOVE_MEDIAN_PER_VOLUME, EDGE_CONTRAST_IN_VOLUME -> MaskUnit.VOLUME;
      default -> MaskUnit.SLICE;
    };
  }
}
