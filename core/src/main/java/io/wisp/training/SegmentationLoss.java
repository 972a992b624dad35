package io.wisp.training;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.wisp.activation.SupervisedSegmentation;
import io.wisp.engine.Tensors;
import io.wisp.network.UNetModel;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A segmenter's loss, with p = σ(logits) and the truth g, which may lie between 0 and 1.
 *
 * <p>Dice loss of an image: 1 − (2 Σ p g + 1) / (Σ p + Σ g + 1): defined, and small, if both are
 * empty (Milletari et al., V-Net, 3DV 2016, with plain sums and smoothing).
 *
 * <p>Generalised cross-entropy of a pixel: g (1 − p^q) / q + (1 − g) (1 − (1 − p)^q) / q with q =
 * 0.7 (Zhang and Sabuncu, NeurIPS 2018, L_q). For q → 0 it is cross-entropy, for q = 1 the absolute
 * error: pixels whose label contradicts the network, and may be wrong, weigh less.
 */
public enum SegmentationLoss {
  /** Dice loss and cross-entropy, in equal parts. */
  @JsonProperty("dice_ce")
  DICE_CE {
    @Override
    Tensor of(Tensor logits, Tensor truth) {
      return dice(logits, truth).add(torch.binary_cross_entropy_with_logits(logits, truth));
    }
  },
  /** Generalised cross-entropy alone. */
  @JsonProperty("generalised_ce")
  GENERALISED_CE {
    @Override
    Tensor of(Tensor logits, Tensor truth) {
      return generalised(logits, truth);
    }
  },
  /** Dice loss and generalised cross-entropy, in equal parts. */
  @JsonProperty("dice_generalised_ce")
  DICE_GENERALISED_CE {
    @Override
    Tensor of(Tensor logits, Tensor truth) {
      return dice(logits, truth).add(generalised(logits, truth));
    }
  };

  private static final double SMOOTHING = 1;
  private static final double Q = 0.7;

  /**
   * The mean over the batch.
   *
   * @param logits [N, 1, H, W], float32
   * @param truth of the same shape, in [0, 1]
   * @return one number
   */
  abstract Tensor of(Tensor logits, Tensor truth);

  /** The loss of a batch that has masks. */
  Tensor of(UNetModel model, Batch batch) {
    long side = model.config().imageSize();
    int channels = model.config().inChannels();
    Tensor x = Tensors.floats(batch.images(), model.engine(), batch.size(), channels, side, side);
    Tensor truth = Tensors.floats(batch.masks(), model.engine(), batch.size(), 1, side, side);
    return of(SupervisedSegmentation.logits(model, x), truth);
  }

  /** 1 − Dice, averaged over the images. */
  private static Tensor dice(Tensor logits, Tensor truth) {
    Tensor p = logits.sigmoid();
    Tensor both = p.mul(truth).sum(1, 2, 3).mul(Tensors.scalar(2)).add(Tensors.scalar(SMOOTHING));
    Tensor all = p.sum(1, 2, 3).add(truth.sum(1, 2, 3)).add(Tensors.scalar(SMOOTHING));
    return both.div(all).neg().add(Tensors.scalar(1)).mean();
  }

  /** L_q, averaged over pixels and images. */
  private static Tensor generalised(Tensor logits, Tensor truth) {
    Tensor present = unlikeliness(logits).mul(truth);
    Tensor absent = unlikeliness(logits.neg()).mul(truth.neg().add(Tensors.scalar(1)));
    return present.add(absent).mean();
  }

  /** (1 − σ(z)^q) / q, by the logarithm, so that its gradient is finite everywhere. */
  private static Tensor unlikeliness(Tensor z) {
    Tensor power = torch.log_sigmoid(z).mul(Tensors.scalar(Q)).exp();
    return power.neg().add(Tensors.scalar(1)).div(Tensors.scalar(Q));
  }
}
