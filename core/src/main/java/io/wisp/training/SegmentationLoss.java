package io.wisp.training;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.wisp.engine.Tensors;
import io.wisp.network.SegmentationNetwork;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A segmenter's loss, with p = σ(logits) and the truth g, which may lie between 0 and 1. Pixels of
 * which the truth is unknown count for nothing, neither in sums nor in means.
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
    Tensor of(Tensor logits, Tensor truth, Tensor known) {
      return dice(logits, truth, known).add(crossEntropy(logits, truth, known));
    }
  },
  /** Generalised cross-entropy alone. */
  @JsonProperty("generalised_ce")
  GENERALISED_CE {
    @Override
    Tensor of(Tensor logits, Tensor truth, Tensor known) {
      return generalised(logits, truth, known);
    }
  },
  /** Dice loss and generalised cross-entropy, in equal parts. */
  @JsonProperty("dice_generalised_ce")
  DICE_GENERALISED_CE {
    @Override
    Tensor of(Tensor logits, Tensor truth, Tensor known) {
      return dice(logits, truth, known).add(generalised(logits, truth, known));
    }
  };

  private static final double SMOOTHING = 1;
  private static final double Q = 0.7;
  private static final double PRESENCE = 0.2;

  /**
   * The mean over the batch.
   *
   * @param logits [N, 1, H, W], float32
   * @param truth of the same shape, in [0, 1] where it is known
   * @param known of the same shape: 1 where the truth is known, else 0
   * @return one number
   */
  abstract Tensor of(Tensor logits, Tensor truth, Tensor known);

  /**
   * The loss of a batch that has masks; a network that tells whether an image holds the object
   * learns that from the labels.
   *
   * @param present the label of slices that hold the object
   */
  Tensor of(SegmentationNetwork model, Batch batch, int present) {
    long side = model.config().imageSize();
    int channels = model.config().inChannels();
    Tensor x = Tensors.floats(batch.images(), model.engine(), batch.size(), channels, side, side);
    Tensor masks = Tensors.floats(batch.masks(), model.engine(), batch.size(), 1, side, side);
    Tensor known = masks.ge(Tensors.scalar(0)).to(torch.ScalarType.Float);
    SegmentationNetwork.Output output = model.forward(x);
    Tensor loss = of(output.pixels(), masks.mul(known), known);
    return output
        .presence()
        .map(logits -> loss.add(presence(logits, batch, present).mul(Tensors.scalar(PRESENCE))))
        .orElse(loss);
  }

  private static Tensor presence(Tensor logits, Batch batch, int present) {
    float[] holds = new float[batch.size()];
    for (int i = 0; i < holds.length; i++) {
      holds[i] = batch.labels()[i] == present ? 1 : 0;
    }
    return torch.binary_cross_entropy_with_logits(
        logits, Tensors.of(holds, holds.length).to(logits.device(), torch.ScalarType.Float));
  }

  /** 1 − Dice, averaged over the images. */
  private static Tensor dice(Tensor logits, Tensor truth, Tensor known) {
    Tensor p = logits.sigmoid().mul(known);
    Tensor both = p.mul(truth).sum(1, 2, 3).mul(Tensors.scalar(2)).add(Tensors.scalar(SMOOTHING));
    Tensor all = p.sum(1, 2, 3).add(truth.sum(1, 2, 3)).add(Tensors.scalar(SMOOTHING));
    return both.div(all).neg().add(Tensors.scalar(1)).mean();
  }

  /** −g log p − (1 − g) log(1 − p), averaged over the known pixels. */
  private static Tensor crossEntropy(Tensor logits, Tensor truth, Tensor known) {
    Tensor present = torch.log_sigmoid(logits).mul(truth);
    Tensor absent = torch.log_sigmoid(logits.neg()).mul(known.sub(truth));
    return present.add(absent).neg().sum().div(count(known));
  }

  /** L_q, averaged over the known pixels. */
  private static Tensor generalised(Tensor logits, Tensor truth, Tensor known) {
    Tensor present = unlikeliness(logits).mul(truth);
    Tensor absent = unlikeliness(logits.neg()).mul(known.sub(truth));
    return present.add(absent).sum().div(count(known));
  }

  private static Tensor count(Tensor known) {
    return known.sum().clamp_min(Tensors.scalar(1));
  }

  /** (1 − σ(z)^q) / q, by the logarithm, so that its gradient is finite everywhere. */
  private static Tensor unlikeliness(Tensor z) {
    Tensor power = torch.log_sigmoid(z).mul(Tensors.scalar(Q)).exp();
    return power.neg().add(Tensors.scalar(1)).div(Tensors.scalar(Q));
  }
}
