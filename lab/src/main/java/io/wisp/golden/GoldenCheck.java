package io.wisp.golden;

/** Recomputes the values of a golden file. */
@FunctionalInterface
interface GoldenCheck {
  /** Compares every quantity in the file and records the findings. */
  void run(GoldenFile file, Findings findings);
}
