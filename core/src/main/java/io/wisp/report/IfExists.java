package io.wisp.report;

/** What happens if the file to write exists. */
public enum IfExists {
  /** It stays, and a {@link io.wisp.UserError} says so. */
  FAIL,
  /** The new file replaces it atomically. */
  REPLACE
}
