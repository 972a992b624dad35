package io.wisp.golden;

import io.wisp.engine.Engine;
import io.wisp.weights.TensorFile;
import java.util.List;

/** Recomputes what a golden file holds. */
@FunctionalInterface
interface GoldenCheck {
  /**
   * Compares every quantity in the file.
   *
   * @param name the file's name, for the results
   */
  List<GoldenResult> run(String name, TensorFile file, Engine engine);
}
