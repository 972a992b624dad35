package io.wisp.activation;

import java.util.ArrayList;
import java.util.List;

/**
 * The mean of an image's map and of its mirror image's, mirrored back. To the method the left-right
 * mirrored image is another image, so it has its own noise.
 *
 * @param method makes the maps
 * @param columns of images and maps
 */
record FlippedMaps(ActivationMethod method, int columns) implements ActivationMethod {
  @Override
  public List<float[]> maps(List<LabelledImage> images) {
    List<LabelledImage> pairs = new ArrayList<>();
    for (LabelledImage image : images) {
      pairs.add(image);
      pairs.add(image.mirrored(columns));
    }
    List<float[]> maps = method.maps(pairs);
    List<float[]> means = new ArrayList<>();
    for (int i = 0; i < maps.size(); i += 2) {
      means.add(mean(maps.get(i), LabelledImage.mirrored(maps.get(i + 1), columns)));
    }
    return means;
  }

  private static float[] mean(float[] first, float[] second) {
    float[] mean = new float[first.length];
    for (int p = 0; p < mean.length; p++) {
      mean[p] = (first[p] + second[p]) / 2;
    }
    return mean;
  }
}
