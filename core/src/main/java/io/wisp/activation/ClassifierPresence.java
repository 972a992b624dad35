package io.wisp.activation;

import io.wisp.engine.Tensors;
import io.wisp.network.EncoderUNetModel;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * What the classifier says of clean images.
 *
 * @param classifier p(y | x_t, t)
 * @param label whose probability is returned
 * @param batch images that go through the classifier together
 */
public record ClassifierPresence(EncoderUNetModel classifier, int label, int batch)
    implements SlicePresence {

  /** p(label | x, t = 0) of each image. */
  @Override
  public double[] of(List<LabelledImage> images) {
    return ImageBatch.mapped(images, batch, classifier, this::probability).stream()
        .mapToDouble(probability -> probability[0])
        .toArray();
  }

  private Tensor probability(Tensor x) {
    Tensor clean = Tensors.longs(new int[1], classifier.engine());
    return torch.log_softmax(classifier.forward(x, clean), 1).select(1, label).exp();
  }
}
