package io.wisp.engine;

/** What the user asks for: a device by name, or the best there is. */
public enum DeviceChoice {
  AUTO,
  CPU,
  CUDA
}
