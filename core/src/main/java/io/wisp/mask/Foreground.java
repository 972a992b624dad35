package io.wisp.mask;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.wisp.UserError;
import java.util.Arrays;

/**
 * Where in a slice an object may lie, found in the image itself: the bright part, its holes filled,
 * of that the largest component, eroded. (Filling before choosing keeps a head whose bright skull
 * hides a darker brain.) In JSON: {@code {"rule": "above-level", "level": -0.8, "erosion": 3}}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "rule")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Foreground.Everywhere.class, name = "everywhere"),
  @JsonSubTypes.Type(value = Foreground.AboveLevel.class, name = "above-level"),
  @JsonSubTypes.Type(value = Foreground.AboveOtsu.class, name = "above-otsu")
})
public sealed interface Foreground {
  /**
   * @param image in [-1, 1], row-major; {@link Everywhere} does not look at it
   * @return the mask of the foreground, empty if the image has none
   */
  boolean[] find(float[] image, int rows, int columns);

  /** The whole slice. */
  record Everywhere() implements Foreground {
    @Override
    public boolean[] find(float[] image, int rows, int columns) {
      boolean[] everywhere = new boolean[rows * columns];
      Arrays.fill(everywhere, true);
      return everywhere;
    }
  }

  /**
   * What is brighter than a level a little above the background's.
   *
   * @param level in [-1, 1); air in a scan scaled to [-1, 1] lies at or just above -1
   * @param erosion pixels to take off the rim, 0 or more
   */
  record AboveLevel(double level, int erosion) implements Foreground {
    public AboveLevel {
      checkErosion(erosion);
      if (!(level >= -1 && level < 1)) {
        throw new UserError(
            "the foreground level is " + level + ", but images lie in [-1, 1]: try -0.8");
      }
    }

    @Override
    public boolean[] find(float[] image, int rows, int columns) {
      return body(image, level, erosion, rows, columns);
    }
  }

  /**
   * What is brighter than Otsu's threshold of the image. Good for two even classes; where a bright
   * lesion outshines the tissue, it may find the lesion alone.
   *
   * @param erosion pixels to take off the rim, 0 or more
   */
  record AboveOtsu(int erosion) implements Foreground {
    public AboveOtsu {
      checkErosion(erosion);
    }

    @Override
    public boolean[] find(float[] image, int rows, int columns) {
      return body(image, Otsu.threshold(image), erosion, rows, columns);
    }
  }

  private static void checkErosion(int erosion) {
    if (erosion < 0) {
      throw new UserError("the foreground's erosion is " + erosion + " pixels: use 0 or more");
    }
  }

  private static boolean[] body(float[] image, double level, int erosion, int rows, int columns) {
    boolean[] bright = new boolean[image.length];
    for (int i = 0; i < image.length; i++) {
      bright[i] = image[i] > level;
    }
    int[] shape = {rows, columns};
    boolean[] filled = Morphology.fillHoles(bright, shape);
    boolean[] body = Components.of(filled, shape, Connectivity.FACES).largest();
    return Morphology.erode(body, shape, erosion);
  }
}
