package io.wisp;

import java.util.List;

/**
 * A mistake that the caller can fix: a wrong file, a wrong setting. Its message is a sentence that
 * says what is wrong, where, and what to do, in the library's own terms; {@link #remedies} tells a
 * user interface which of its options or commands to name.
 *
 * <p>Subclasses carry what a program needs to react: {@link BadSetting}, {@link BadFile}, {@link
 * TargetExists}, {@link FolderInUse} and {@code io.wisp.activation.MissingNetwork}. Work that was
 * asked to end is no mistake; it throws a {@link java.util.concurrent.CancellationException}.
 */
public class UserError extends RuntimeException {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // a list of List.of
  private final List<Remedy> remedies;

  public UserError(String message, Remedy... remedies) {
    super(message);
    this.remedies = List.of(remedies);
  }

  public UserError(String message, Throwable cause, Remedy... remedies) {
    super(message, cause);
    this.remedies = List.of(remedies);
  }

  /** What fixes it, the likeliest first; empty if the message says all. */
  public List<Remedy> remedies() {
    return remedies;
  }
}
