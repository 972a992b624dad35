package io.wisp.network;

/** How a parameter starts before training. */
public enum Init {
  /** U(−1/√fanIn, 1/√fanIn), PyTorch's default for convolutions and linear layers. */
  FAN_IN,
  /** N(0, 1): embedding tables. */
  NORMAL,
  /** N(0, 1/rows): positional embeddings. */
  SCALED_NORMAL,
  ZERO,
  ONE
}
