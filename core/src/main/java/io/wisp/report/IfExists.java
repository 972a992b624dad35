package io.wisp.report;

/** What happens when the file to write is there already. */
public enum IfExists {
  /** It stays, and a {@link io.wisp.UserError} says so. */
  FAIL,
  /** The new file takes its place, at once and whole. */
  REPLACE
}
