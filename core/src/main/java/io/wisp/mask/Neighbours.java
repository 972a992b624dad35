package io.wisp.mask;

import java.util.Arrays;
import java.util.List;

/**
 * Smoothing along the volume: a pixel becomes the mean of those above and below it, by a Gaussian
 * of the distance in slices, truncated at 4 sigma. Slices not in the set and pixels outside their
 * slice's foreground have no weight; the others sum to 1.
 */
final class Neighbours {
  private final double[] weights;

  /**
   * @param sigma in slices, above 0
   */
  Neighbours(double sigma) {
    weights = GaussianFilter.weights(sigma);
  }

  /**
   * Smooths each volume of a set.
   *
   * @param maps of the set
   * @param inside their foregrounds; outside, maps stay as they are
   * @param volumes of the set
   * @return new maps
   */
  List<float[]> combine(List<float[]> maps, List<boolean[]> inside, List<Stack> volumes) {
    float[][] combined = new float[maps.size()][];
    for (Stack volume : volumes) {
      for (int k = 0; k < volume.size(); k++) {
        combined[volume.members()[k]] = mean(maps, inside, volume, k);
      }
    }
    return Arrays.asList(combined);
  }

  private float[] mean(List<float[]> maps, List<boolean[]> inside, Stack volume, int k) {
    float[] own = maps.get(volume.members()[k]);
    boolean[] here = inside.get(volume.members()[k]);
    double[] sum = new double[own.length];
    double[] weight = new double[own.length];
    for (int j = 0; j < volume.size(); j++) {
      int distance = Math.abs(volume.indices()[j] - volume.indices()[k]);
      if (distance < weights.length) {
        int member = volume.members()[j];
        add(maps.get(member), inside.get(member), weights[distance], sum, weight);
      }
    }
    float[] mean = own.clone();
    for (int i = 0; i < mean.length; i++) {
      if (here[i]) {
        mean[i] = (float) (sum[i] / weight[i]);
      }
    }
    return mean;
  }

  private static void add(
      float[] map, boolean[] inside, double weight, double[] sum, double[] weights) {
    for (int i = 0; i < map.length; i++) {
      if (inside[i]) {
        sum[i] += weight * map[i];
        weights[i] += weight;
      }
    }
  }
}
