package io.wisp.network;

/** The shape of a network, as far as those who feed it need to know. */
public sealed interface NetworkConfig permits UNetConfig, CompactUNetConfig {
  /** Height and width of the images in pixels. */
  int imageSize();

  /** Channels of the input. */
  int inChannels();
}
