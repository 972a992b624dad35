package io.wisp;

/**
 * A mistake that the person who runs Wisp can mend: a wrong file, a wrong setting. Its message is a
 * sentence that says what is wrong, where, and what to do. The command line prints it without a
 * stack trace and exits with code 2.
 */
public class UserError extends RuntimeException {
  public UserError(String message) {
    super(message);
  }

  public UserError(String message, Throwable cause) {
    super(message, cause);
  }
}
