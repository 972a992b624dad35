package io.wisp.activation;

import io.wisp.UserError;

/** A trained network is needed, but was not given. */
public final class MissingNetwork extends UserError {
  private static final long serialVersionUID = 1;

  private final RunKind kind;

  /**
   * @param kind which network
   * @param message a sentence that says what needs it
   */
  public MissingNetwork(RunKind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** Which network is missing. */
  public RunKind kind() {
    return kind;
  }
}
