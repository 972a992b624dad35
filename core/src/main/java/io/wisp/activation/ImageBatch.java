package io.wisp.activation;

import io.wisp.Progress;
import io.wisp.engine.Gradients;
import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import io.wisp.network.Network;
import io.wisp.network.NetworkConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;

/**
 * Images that go through a network together.
 *
 * @param images at least one
 * @param network gives their size, channels and device
 */
record ImageBatch(List<LabelledImage> images, Network network) {

  /**
   * Maps by one function of the images, a batch at a time; no gradient is recorded.
   *
   * @param map [N, C, H, W] to as many maps of H·W values
   */
  static List<float[]> mapped(
      List<LabelledImage> images, int size, Network network, UnaryOperator<Tensor> map) {
    return mapped(images, size, network, (x, positions) -> map.apply(x));
  }

  /**
   * The same by a function that also takes the images' positions in their scans.
   *
   * @param map of the images and {@link #positions}
   */
  static List<float[]> mapped(
      List<LabelledImage> images,
      int size,
      Network network,
      BiFunction<Tensor, float[], Tensor> map) {
    return Progress.chunked(
        images,
        size,
        some -> {
          ImageBatch together = new ImageBatch(some, network);
          try (Scope scope = new Scope();
              Gradients off = Gradients.off()) {
            Tensor maps = map.apply(together.pixels(), together.positions());
            return together.split(Tensors.toFloats(maps), 1);
          }
        });
  }

  int size() {
    return images.size();
  }

  /** The images: [N, C, H, W]. */
  Tensor pixels() {
    int length = images.get(0).pixels().length;
    float[] values = new float[size() * length];
    for (int i = 0; i < size(); i++) {
      System.arraycopy(images.get(i).pixels(), 0, values, i * length, length);
    }
    return tensor(values);
  }

  /** Each image's position in its scan: [N]. */
  float[] positions() {
    float[] positions = new float[size()];
    for (int i = 0; i < size(); i++) {
      positions[i] = (float) images.get(i).position();
    }
    return positions;
  }

  /** Each image's own noise, of the images' shape. */
  Tensor noise(ImageNoise noise, int level, int draw) {
    int length = images.get(0).pixels().length;
    float[] values = new float[size() * length];
    for (int i = 0; i < size(); i++) {
      noise.fill(images.get(i).identity(), level, draw, values, i * length, length);
    }
    return tensor(values);
  }

  private Tensor tensor(float[] values) {
    NetworkConfig config = network.config();
    long side = config.imageSize();
    return Tensors.floats(values, network.engine(), size(), config.inChannels(), side, side);
  }

  /** The maps one by one, each divided by the count. */
  List<float[]> split(float[] sums, int count) {
    int length = sums.length / size();
    List<float[]> maps = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      float[] map = Arrays.copyOfRange(sums, i * length, (i + 1) * length);
      for (int p = 0; p < length; p++) {
        map[p] /= count;
      }
      maps.add(map);
    }
    return maps;
  }
}
