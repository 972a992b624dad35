package io.wisp.network;

import io.wisp.BadSetting;
import java.util.List;

/**
 * The shape of a network of guided-diffusion; in files the fields have guided-diffusion's names
 * ({@code model_channels}, {@code num_res_blocks}, …).
 *
 * @param imageSize height and width of the images in pixels
 * @param inChannels channels of the images
 * @param modelChannels channels of the first level; a multiple of 32
 * @param outChannels channels of the output, twice the input's with a learned variance; for the
 *     encoder the number of classes
 * @param numResBlocks residual blocks a level
 * @param attentionResolutions downsampling rates at which there is attention: 8 means at
 *     imageSize/8
 * @param dropout probability in [0, 1)
 * @param channelMult channels of each level, as multiples of modelChannels
 * @param convResample whether up- and downsampling have their own convolution
 * @param numClasses labels, or 0 for a network without a condition
 * @param position whether the network is told where in its scan an image lies; not as published,
 *     and for the noise predictor only
 * @param numHeads attention heads, unless numHeadChannels is given
 * @param numHeadChannels channels a head, or −1
 * @param numHeadsUpsample heads in the decoder, or −1 for as many as numHeads
 * @param useScaleShiftNorm whether the embedding scales and shifts, or is only added
 * @param resblockUpdown whether residual blocks do the resampling
 * @param useNewAttentionOrder whether q, k, v are split before the heads
 * @param pool the head of the encoder; unused by the U-Net
 */
public record UNetConfig(
    int imageSize,
    int inChannels,
    int modelChannels,
    int outChannels,
    int numResBlocks,
    List<Integer> attentionResolutions,
    double dropout,
    List<Integer> channelMult,
    boolean convResample,
    int numClasses,
    Position position,
    int numHeads,
    int numHeadChannels,
    int numHeadsUpsample,
    boolean useScaleShiftNorm,
    boolean resblockUpdown,
    boolean useNewAttentionOrder,
    Pool pool)
    implements NetworkConfig {

  /** How a network is given an image's position in its scan. */
  public enum Position {
    /** Not at all. */
    @com.fasterxml.jackson.annotation.JsonProperty("none")
    NONE,
    /** By an embedding, which is added to those of timestep and label. */
    @com.fasterxml.jackson.annotation.JsonProperty("embedding")
    EMBEDDING
  }

  /** How the encoder's last features become logits. */
  public enum Pool {
    @com.fasterxml.jackson.annotation.JsonProperty("adaptive")
    ADAPTIVE,
    @com.fasterxml.jackson.annotation.JsonProperty("attention")
    ATTENTION
  }

  public UNetConfig {
    attentionResolutions = List.copyOf(attentionResolutions);
    channelMult = List.copyOf(channelMult);
    require(imageSize >= 1, "image_size", imageSize, "at least 1");
    require(inChannels >= 1, "in_channels", inChannels, "at least 1");
    require(outChannels >= 1, "out_channels", outChannels, "at least 1");
    require(
        modelChannels >= 32 && modelChannels % 32 == 0,
        "model_channels",
        modelChannels,
        "a multiple of 32");
    require(numResBlocks >= 1, "num_res_blocks", numResBlocks, "at least 1");
    require(dropout >= 0 && dropout < 1, "dropout", dropout, "in [0, 1)");
    require(!channelMult.isEmpty(), "channel_mult", channelMult, "a list such as [1, 2, 2]");
    require(channelMult.stream().allMatch(m -> m >= 1), "channel_mult", channelMult, "positive");
    int reduction = 1 << (channelMult.size() - 1);
    require(
        imageSize % reduction == 0,
        "image_size",
        imageSize,
        "divisible by " + reduction + ", since channel_mult has " + channelMult.size() + " levels");
    require(numClasses >= 0, "num_classes", numClasses, "0 or more");
    require(numHeads >= 1, "num_heads", numHeads, "at least 1");
    require(
        numHeadChannels == -1 || numHeadChannels >= 1,
        "num_head_channels",
        numHeadChannels,
        "positive or -1");
    require(
        numHeadsUpsample == -1 || numHeadsUpsample >= 1,
        "num_heads_upsample",
        numHeadsUpsample,
        "positive or -1");
  }

  /** The defaults of guided-diffusion, for one-channel images of two classes. */
  public static UNetConfig defaults() {
    return new UNetConfig(
        64,
        1,
        64,
        1,
        2,
        List.of(),
        0,
        List.of(1, 2, 4),
        true,
        0,
        Position.NONE,
        1,
        -1,
        -1,
        false,
        false,
        false,
        Pool.ADAPTIVE);
  }

  /**
   * The same network without label and position embeddings, and with another number of output
   * channels.
   */
  public UNetConfig withoutConditions(int outChannels) {
    return new UNetConfig(
        imageSize,
        inChannels,
        modelChannels,
        outChannels,
        numResBlocks,
        attentionResolutions,
        dropout,
        channelMult,
        convResample,
        0,
        Position.NONE,
        numHeads,
        numHeadChannels,
        numHeadsUpsample,
        useScaleShiftNorm,
        resblockUpdown,
        useNewAttentionOrder,
        pool);
  }

  /** Channels of the embeddings of time, label and position. */
  public int embeddingChannels() {
    return 4 * modelChannels;
  }

  /** Heads of an attention block of the encoder with this many channels. */
  int heads(int channels) {
    if (numHeadChannels == -1) {
      return numHeads;
    }
    if (channels % numHeadChannels != 0) {
      throw new BadSetting(
          "network.num_head_channels",
          numHeadChannels,
          "network.num_head_channels is %s, which does not divide the %s channels of a level with attention."
              .formatted(numHeadChannels, channels));
    }
    return channels / numHeadChannels;
  }

  /** Heads of an attention block of the decoder with this many channels. */
  int headsUpsample(int channels) {
    boolean own = numHeadChannels == -1 && numHeadsUpsample != -1;
    return own ? numHeadsUpsample : heads(channels);
  }

  private static void require(boolean holds, String name, Object value, String wanted) {
    BadSetting.unless(holds, "network." + name, value, wanted);
  }
}
