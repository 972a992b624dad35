package io.wisp.activation;

import io.wisp.network.SegmentationNetwork;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

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
    return ImageBatch.mapped(stacks(images), batch, network, x -> forward(x).pixels().sigmoid());
  }

  /** What the network says of whole images, if it tells. */
  @Override
  public Optional<SlicePresence> presence() {
    return network.tellsPresence() ? Optional.of(this::present) : Optional.empty();
  }

  private double[] present(List<LabelledImage> images) {
    return ImageBatch.mapped(stacks(images), batch, network, this::presence).stream()
        .mapToDouble(probability -> probability[0])
        .toArray();
  }

  private Tensor presence(Tensor x) {
    return forward(x).presence().orElseThrow().sigmoid();
  }

  private SegmentationNetwork.Output forward(Tensor x) {
    return network.forward(x);
  }

  private List<LabelledImage> stacks(List<LabelledImage> images) {
    return images.stream().map(image -> image.between(network.config().neighbours())).toList();
  }
}
