package io.wisp.training;

import io.wisp.BadSetting;
import io.wisp.UserError;
import io.wisp.network.UNetConfig;
import java.util.List;

/**
 * The shape of the classifier, the encoder half of a U-Net; images and classes are those of the
 * noise predictor. The fields are as in {@link UNetConfig}.
 */
public record ClassifierNetwork(
    int modelChannels,
    int numResBlocks,
    List<Integer> attentionResolutions,
    double dropout,
    List<Integer> channelMult,
    int numHeadChannels,
    boolean useScaleShiftNorm,
    boolean resblockUpdown,
    UNetConfig.Pool pool) {

  public ClassifierNetwork {
    attentionResolutions = List.copyOf(attentionResolutions);
    channelMult = List.copyOf(channelMult);
  }

  /**
   * The network for the images and classes of a noise predictor.
   *
   * @throws UserError if they do not fit together
   */
  public UNetConfig of(UNetConfig predictor) {
    try {
      return new UNetConfig(
          predictor.imageSize(),
          predictor.inChannels(),
          modelChannels,
          predictor.numClasses(),
          numResBlocks,
          attentionResolutions,
          dropout,
          channelMult,
          true,
          0,
          UNetConfig.Position.NONE,
          1,
          numHeadChannels,
          -1,
          useScaleShiftNorm,
          resblockUpdown,
          false,
          pool);
    } catch (BadSetting e) {
      throw e.in("classifier");
    }
  }
}
