package io.wisp.activation;

import io.wisp.activation.RuleSettings.Side;
import io.wisp.mask.Otsu;
import io.wisp.mask.RobustSpread;
import io.wisp.mask.SliceMask;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Maps of rules that learn nothing: of the first channel, image by image. A map is e / (e + c),
 * where e is how far a pixel lies on the object's side of the tissue and c where the rule cuts, so
 * that the object is above {@link #CUT}; it is 0 outside the foreground. The map of the rule for
 * volumes is e itself, which is cut when the volume is known.
 *
 * @param rule which rule
 * @param settings of all rules
 * @param side rows and columns of an image
 * @param place the map of {@link MeanPlace}; empty for the other rules
 */
record RuleMap(RuleMethod rule, RuleSettings settings, int side, float[] place)
    implements ActivationMethod {
  /** The value of the map at the cut. */
  static final double CUT = 0.5;

  private static final float AIR = -1;

  @Override
  public List<float[]> maps(List<LabelledImage> images) {
    return images.stream().map(image -> map(Arrays.copyOf(image.pixels(), side * side))).toList();
  }

  private float[] map(float[] image) {
    boolean[] inside = settings.foreground(image, side);
    if (!SliceMask.any(inside)) {
      return new float[image.length];
    }
    RobustSpread tissue = RobustSpread.of(image, inside);
    return switch (rule) {
      case BRIGHT -> {
        double cut = settings.factor() * tissue.deviation();
        yield map(image, inside, settings.side(), tissue.median(), cut);
      }
      case OTSU -> {
        float[] bright = settings.side().brightened(image, tissue.median());
        yield map(bright, inside, Side.BRIGHT, AIR, twice(bright, inside) - AIR);
      }
      case VOLUME -> aboveAir(image, inside, tissue.median());
      case CIRCLE -> circle(inside);
      case PLACE -> largest(settings.side().brightened(place, 0), inside);
    };
  }

  /** On the bright side the whole slice; else what is not foreground counts as tissue. */
  private float[] aboveAir(float[] image, boolean[] inside, double tissue) {
    float[] body = image.clone();
    for (int i = 0; i < body.length; i++) {
      body[i] = inside[i] || settings.side() == Side.BRIGHT ? image[i] : (float) tissue;
    }
    float[] map = settings.side().brightened(body, tissue);
    for (int i = 0; i < map.length; i++) {
      map[i] -= AIR;
    }
    return map;
  }

  /** Otsu's threshold of what is above Otsu's threshold; the latter where all of that is equal. */
  private static double twice(float[] image, boolean[] inside) {
    float first = Otsu.threshold(image, inside);
    boolean[] bright = above(image, inside, first);
    if (!SliceMask.any(bright)) {
      return first;
    }
    float second = Otsu.threshold(image, bright);
    return SliceMask.any(above(image, bright, second)) ? second : first;
  }

  private static boolean[] above(float[] image, boolean[] inside, float threshold) {
    boolean[] above = inside.clone();
    for (int i = 0; i < image.length; i++) {
      above[i] &= image[i] > threshold;
    }
    return above;
  }

  private static float[] map(
      float[] image, boolean[] inside, Side objects, double tissue, double cut) {
    float[] map = new float[image.length];
    for (int i = 0; i < map.length; i++) {
      double excess = objects.excess(image[i], tissue);
      map[i] = inside[i] && excess > 0 ? (float) (excess / (excess + cut)) : 0;
    }
    return map;
  }

  /** Cut so that the largest values of the foreground are the object, a circle's part of it. */
  private float[] largest(float[] values, boolean[] inside) {
    double[] sorted =
        IntStream.range(0, values.length)
            .filter(i -> inside[i])
            .mapToDouble(i -> values[i])
            .sorted()
            .toArray();
    int kept = (int) Math.round(settings.circle() * sorted.length);
    double cut = sorted[Math.max(0, sorted.length - kept - 1)];
    return map(values, inside, Side.BRIGHT, sorted[0], cut - sorted[0]);
  }

  /** Around the foreground's centre; the cut is at the radius of the wanted area. */
  private float[] circle(boolean[] inside) {
    double rows = 0;
    double columns = 0;
    int count = 0;
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        if (inside[row * side + column]) {
          rows += row;
          columns += column;
          count++;
        }
      }
    }
    double radius = Math.sqrt(settings.circle() * count / Math.PI);
    float[] map = new float[inside.length];
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        double distance = Math.hypot(row - rows / count, column - columns / count);
        int pixel = row * side + column;
        map[pixel] = inside[pixel] ? (float) (radius / (radius + distance)) : 0;
      }
    }
    return map;
  }
}
