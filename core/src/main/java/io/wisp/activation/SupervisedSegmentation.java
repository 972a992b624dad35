package io.wisp.activation;

import io.wisp.network.SegmentationNetwork;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * A network that learned from masks: the map is the probability of the object at each pixel. With
 * manual masks it is the upper bound of the weak methods.
 *
 * @param batch images that go through the network together
 */
public record SupervisedSegmentation(SegmentationNetwork network, int batch)
    implements ActivationMethod {

  @Override
  public List<float[]> maps(List<LabelledImage> images) {
    return ImageBatch.mapped(
        stacks(images), batch, network, x -> network.forward(x).pixels().sigmoid());
  }

  /** What the network says of whole images, if it tells. */
  @Override
  public Optional<SlicePresence> presence() {
    return network.tellsPresence() ? Optional.of(this::present) : Optional.empty();
  }

  private double[] present(List<LabelledImage> images) {
    return judged(images).stream().mapToDouble(JudgedMap::presence).toArray();
  }

  @Override
  public List<JudgedMap> judged(List<LabelledImage> images) {
    if (!network.tellsPresence()) {
      return ActivationMethod.super.judged(images);
    }
    return ImageBatch.mapped(stacks(images), batch, network, this::pixelsAndPresence).stream()
        .map(values -> parted(values, values.length - 1))
        .toList();
  }

  /** The probabilities of each image's pixels and, behind them, that of its presence. */
  private Tensor pixelsAndPresence(Tensor x) {
    SegmentationNetwork.Output output = network.forward(x);
    Tensor presence = output.presence().orElseThrow().unsqueeze(1);
    return torch.cat(new TensorVector(output.pixels().flatten(1, -1), presence), 1).sigmoid();
  }

  private static JudgedMap parted(float[] values, int pixels) {
    return new JudgedMap(Arrays.copyOf(values, pixels), values[pixels]);
  }

  private List<LabelledImage> stacks(List<LabelledImage> images) {
    return images.stream().map(image -> image.between(network.config().neighbours())).toList();
  }
}
