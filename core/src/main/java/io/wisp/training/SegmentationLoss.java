package io.wisp.training;

import io.wisp.engine.Tensors;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Dice loss and cross-entropy of a segmenter, in equal parts. With p = σ(logits) and the truth g,
 * an image's Dice loss is 1 − (2 Σ p g + 1) / (Σ p + Σ g + 1): defined, and small, where both are
 * empty (Milletari et al., V-Net, 3DV 2016, with plain sums and smoothing).
 */
final class SegmentationLoss {
  private static final double SMOOTHING = 1;

  private SegmentationLoss() {}

  /**
   * The mean over the batch.
   *
   * @param logits [N, 1, H, W], float32
   * @param truth of the same shape, 0 or 1
   * @return one number
   */
  static Tensor of(Tensor logits, Tensor truth) {
    return dice(logits.sigmoid(), truth)
        .mean()
        .add(torch.binary_cross_entropy_with_logits(logits, truth));
  }

  /** 1 − Dice of each image. */
  private static Tensor dice(Tensor p, Tensor truth) {
    Tensor both = p.mul(truth).sum(1, 2, 3).mul(Tensors.scalar(2)).add(Tensors.scalar(SMOOTHING));
    Tensor all = p.sum(1, 2, 3).add(truth.sum(1, 2, 3)).add(Tensors.scalar(SMOOTHING));
    return both.div(all).neg().add(Tensors.scalar(1));
  }
}
