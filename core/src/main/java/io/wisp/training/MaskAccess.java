package io.wisp.training;

/** Whether a training reads masks; only the supervised one does. */
enum MaskAccess {
  NEVER,
  READ
}
