package io.wisp.tuning;

import com.fasterxml.jackson.annotation.JsonValue;
import io.wisp.tuning.MaskedMap.Moments;
import io.wisp.tuning.MaskedMap.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How strongly a map says that a slice holds the object. Of a slice without foreground all are 0.
 */
public enum ImageScore {
  /** max of the smoothed map over the foreground, on the map's own scale. */
  PEAK("peak", "greatest value") {
    @Override
    double of(MaskedMap map) {
      return map.moments(Part.ALL).greatest();
    }
  },
  /** mean inside the mask − mean outside it in the foreground; 0 where one of them is empty. */
  CONTRAST("contrast", "mean inside less mean outside") {
    @Override
    double of(MaskedMap map) {
      return difference(map.moments(Part.INSIDE_MASK), map.moments(Part.OUTSIDE_MASK));
    }
  },
  /**
   * {@link #CONTRAST} in standard deviations of the outside; it does not depend on the map's scale.
   */
  EFFECT("effect", "mean inside less mean outside, in deviations of the outside") {
    @Override
    double of(MaskedMap map) {
      Moments outside = map.moments(Part.OUTSIDE_MASK);
      double difference = difference(map.moments(Part.INSIDE_MASK), outside);
      double least = SMALLEST_DEVIATION * Math.abs(difference);
      return difference == 0 ? 0 : difference / Math.max(outside.deviation(), least);
    }
  };

  /** Of the difference: so that a map of two values has a finite effect. */
  private static final double SMALLEST_DEVIATION = 1e-6;

  private final String name;
  private final String title;

  ImageScore(String name, String title) {
    this.name = name;
    this.title = title;
  }

  /** The score of a slice. */
  abstract double of(MaskedMap map);

  /** Its name as it is typed. */
  @JsonValue
  public String scoreName() {
    return name;
  }

  /** In words. */
  public String title() {
    return title;
  }

  /** The score of that name. */
  public static Optional<ImageScore> of(String name) {
    return Arrays.stream(values()).filter(score -> score.name.equals(name)).findFirst();
  }

  /** All names. */
  public static List<String> names() {
    return Arrays.stream(values()).map(ImageScore::scoreName).toList();
  }

  private static double difference(Moments inside, Moments outside) {
    return inside.count() == 0 || outside.count() == 0 ? 0 : inside.mean() - outside.mean();
  }
}
