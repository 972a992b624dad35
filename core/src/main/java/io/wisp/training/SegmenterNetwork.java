package io.wisp.training;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.wisp.BadSetting;
import io.wisp.network.CompactUNetConfig;
import io.wisp.network.NetworkConfig;
import io.wisp.network.UNetConfig;
import java.util.List;

/**
 * The shape of the network of segmenter and student; images are those of the noise predictor. All
 * but the design is for {@link Design#COMPACT}, with the fields of {@link CompactUNetConfig}.
 */
public record SegmenterNetwork(
    Design design,
    int neighbours,
    int patch,
    int modelChannels,
    int numResBlocks,
    List<Integer> channelMult) {

  /** What kind of network it is. */
  public enum Design {
    /** One made for segmentation. */
    @JsonProperty("compact")
    COMPACT,
    /** The noise predictor's, without conditions. */
    @JsonProperty("predictor")
    PREDICTOR
  }

  public SegmenterNetwork {
    channelMult = List.copyOf(channelMult);
  }

  /**
   * The network for the images of a noise predictor.
   *
   * @throws BadSetting if they do not fit together
   */
  public NetworkConfig of(UNetConfig predictor) {
    return switch (design) {
      case PREDICTOR -> predictor.withoutConditions(1);
      case COMPACT -> compact(predictor);
    };
  }

  private NetworkConfig compact(UNetConfig predictor) {
    try {
      return new CompactUNetConfig(
          predictor.imageSize(),
          predictor.inChannels(),
          neighbours,
          patch,
          modelChannels,
          numResBlocks,
          channelMult);
    } catch (BadSetting e) {
      throw e.in("segmenter");
    }
  }
}
