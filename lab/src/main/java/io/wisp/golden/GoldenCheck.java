package io.wisp.golden;

/** Recomputes what a golden file holds. */
@FunctionalInterface
interface GoldenCheck {
  /** Compares every quantity in the file and notes what it finds. */
  void run(GoldenFile file, Findings findings);
}
