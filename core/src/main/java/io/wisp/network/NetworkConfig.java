package io.wisp.network;

/** The shape of a network, as far as those who feed it need to know. */
public sealed interface NetworkConfig permits UNetConfig, CompactUNetConfig {
  /** Height and width of the images in pixels. */
  int imageSize();

  /** Channels of the input, those of neighbouring slices included. */
  int inChannels();

  /** Slices on each side that are seen along with the one that an image is of. */
  default int neighbours() {
    return 0;
  }

  /** Whether a segmenter of this shape also says of images whether they hold the object. */
  default boolean tellsPresence() {
    return false;
  }
}
