package io.wisp.network;

import io.wisp.BadSetting;
import java.util.List;

/**
 * The shape of a {@link CompactUNet}.
 *
 * @param imageSize height and width of the images in pixels
 * @param channels channels of a slice
 * @param neighbours slices on each side that are seen along with the one that is outlined
 * @param patch pixels along each side of a square that become channels of one pixel: 1 for none; 2
 *     makes the convolutions four times cheaper
 * @param modelChannels channels of the first level; a multiple of 32
 * @param numResBlocks blocks a level on the way down; there is one on the way up
 * @param channelMult channels of each level, as multiples of modelChannels
 */
public record CompactUNetConfig(
    int imageSize,
    int channels,
    int neighbours,
    int patch,
    int modelChannels,
    int numResBlocks,
    List<Integer> channelMult)
    implements NetworkConfig {

  public CompactUNetConfig {
    channelMult = List.copyOf(channelMult);
    require(channels >= 1, "channels", channels, "at least 1");
    require(neighbours >= 0, "neighbours", neighbours, "0 or more");
    require(patch >= 1, "patch", patch, "at least 1");
    require(
        modelChannels >= 32 && modelChannels % 32 == 0,
        "model_channels",
        modelChannels,
        "a multiple of 32");
    require(numResBlocks >= 1, "num_res_blocks", numResBlocks, "at least 1");
    require(!channelMult.isEmpty(), "channel_mult", channelMult, "a list such as [1, 2, 4]");
    require(channelMult.stream().allMatch(m -> m >= 1), "channel_mult", channelMult, "positive");
    int reduction = patch << (channelMult.size() - 1);
    require(
        imageSize % reduction == 0,
        "image_size",
        imageSize,
        "divisible by %s, since patch is %s and channel_mult has %s levels"
            .formatted(reduction, patch, channelMult.size()));
  }

  /** The channels of all slices seen. */
  @Override
  public int inChannels() {
    return channels * (2 * neighbours + 1);
  }

  /** Height and width of the features at a level. */
  int side(int level) {
    return (imageSize / patch) >> level;
  }

  /** Channels of the features at a level. */
  int width(int level) {
    return modelChannels * channelMult.get(level);
  }

  int levels() {
    return channelMult.size();
  }

  private static void require(boolean holds, String name, Object value, String wanted) {
    BadSetting.unless(holds, "network." + name, value, wanted);
  }

  @Override
  public boolean tellsPresence() {
    return true;
  }
}
