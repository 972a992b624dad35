package io.wisp.activation;

import io.wisp.engine.Gradients;
import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import io.wisp.network.EncoderUNetModel;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The classifier's scores of images masked by each channel of a block.
 *
 * @param x images, [N, C, H, W]
 * @param label the class whose logit is the score
 * @param batch masked images that go through the classifier together
 */
record MaskScores(EncoderUNetModel classifier, Tensor x, int label, int batch) {
  private static final double EPSILON = 1e-8;

  /**
   * The scores.
   *
   * @param activations [N, K, h, w]
   * @return [N, K]
   */
  Tensor of(Tensor activations) {
    int images = (int) x.size(0);
    Tensor[] scores = new Tensor[images];
    try (Gradients off = Gradients.off()) {
      for (int i = 0; i < images; i++) {
        try (Scope scope = new Scope()) {
          Tensor masks = masks(activations.narrow(0, i, 1)).transpose(0, 1);
          scores[i] = scope.escape(scores(x.narrow(0, i, 1), masks));
        }
      }
    }
    return torch.stack(new TensorVector(scores));
  }

  /** Channels upsampled to the image, each scaled to [0, 1]: [1, K, H, W]. */
  private Tensor masks(Tensor channels) {
    Tensor enlarged = torch.upsample_bilinear2d(channels, new long[] {x.size(2), x.size(3)}, true);
    Tensor lowest = enlarged.amin(new long[] {2, 3}, true);
    Tensor range = enlarged.amax(new long[] {2, 3}, true).sub(lowest);
    return enlarged.sub(lowest).div(range.add(Tensors.scalar(EPSILON)));
  }

  /** The scores of one image [1, C, H, W] through masks [K, 1, H, W]: [K]. */
  private Tensor scores(Tensor image, Tensor masks) {
    int count = (int) masks.size(0);
    TensorVector scores = new TensorVector();
    for (int from = 0; from < count; from += batch) {
      int together = Math.min(batch, count - from);
      try (Scope scope = new Scope()) {
        Tensor masked = image.mul(masks.narrow(0, from, together));
        Tensor t = Tensors.longs(new int[1], classifier.engine());
        scores.push_back(classifier.forward(masked, t).select(1, label));
      }
    }
    return torch.cat(scores, 0);
  }
}
