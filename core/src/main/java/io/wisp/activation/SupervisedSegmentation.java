package io.wisp.activation;

import io.wisp.engine.Tensors;
import io.wisp.network.UNetModel;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * A network that learned from masks: the map is the probability of the object at each pixel. With
 * manual masks it is the upper bound of the weak methods.
 *
 * @param model a U-Net without conditions and with one output channel, the logits
 * @param batch images that go through the network together
 */
public record SupervisedSegmentation(UNetModel model, int batch) implements ActivationMethod {

  @Override
  public List<float[]> maps(List<LabelledImage> images) {
    return ImageBatch.mapped(images, batch, model, x -> logits(model, x).sigmoid());
  }

  /**
   * The network's output per pixel; it has no timestep, so t is 0.
   *
   * @param x images, [N, C, H, W]
   * @return logits, [N, 1, H, W]
   */
  public static Tensor logits(UNetModel model, Tensor x) {
    return model.forward(x, Tensors.longs(new int[1], model.engine()), null);
  }
}
