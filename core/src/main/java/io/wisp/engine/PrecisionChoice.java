package io.wisp.engine;

/** What the user asks for: a number format, or the fastest one that this machine computes well. */
public enum PrecisionChoice {
  AUTO,
  FLOAT32,
  BFLOAT16
}
