package io.wisp.training;

/** How a training starts. */
public enum Beginning {
  /** From the first step. */
  NEW,
  /** From its latest checkpoint. */
  RESUMED
}
