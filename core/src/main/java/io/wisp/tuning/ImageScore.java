package io.wisp.tuning;

import com.fasterxml.jackson.annotation.JsonValue;
import io.wisp.confidence.MaskedMap;
import io.wisp.confidence.MaskedMap.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How strongly a map says that a slice holds the object. For a slice without foreground all are 0.
 */
public enum ImageScore {
  /** max over the foreground of the map as thresholded, but on its own scale. */
  PEAK("peak", "greatest value") {
    @Override
    double of(MaskedMap map) {
      return map.moments(Part.ALL).greatest();
    }
  },
  /** mean inside the mask − mean outside it in the foreground; 0 where one of them is empty. */
  CONTRAST("contrast", "mean inside minus mean outside") {
    @Override
    double of(MaskedMap map) {
      return map.contrast();
    }
  },
  /**
   * {@link #CONTRAST} in standard deviations of the outside; it does not depend on the map's scale.
   */
  EFFECT("effect", "mean inside minus mean outside, in standard deviations of the outside") {
    @Override
    double of(MaskedMap map) {
      return map.effect();
    }
  };

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
}
