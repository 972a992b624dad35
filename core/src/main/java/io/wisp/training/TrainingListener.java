package io.wisp.training;

/** Is notified of a training's progress; pictures, files and bars are listeners. */
interface TrainingListener {
  /**
   * A line of the log is due.
   *
   * @param line what happened since the last one
   */
  default void logged(MetricsLine line) {}

  /** A step is done. */
  default void stepped(int step) {}

  /** The training was reset. */
  default void wentBack(Divergence event) {}

  /** The state is saved, and the training goes on. */
  default void saved(int step) {}
}
