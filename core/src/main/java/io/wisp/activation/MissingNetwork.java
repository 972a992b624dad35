package io.wisp.activation;

import io.wisp.UserError;

/** A trained network is asked for that was not given. */
public final class MissingNetwork extends UserError {
  private static final long serialVersionUID = 1;

  private final RunKind kind;

  /**
   * @param kind which network
   * @param message a sentence that says what asks for it
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
