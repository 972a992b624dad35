package io.wisp;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Computes segmenters and students by other means than LibTorch, such as ONNX Runtime. Engines are
 * found by {@link java.util.ServiceLoader}; the first that opens a run computes it.
 */
public interface SegmentationEngine {
  /**
   * Opens the network of a run.
   *
   * @param run folder of a trained segmenter or student
   * @return nothing if the folder holds no network in this engine's form
   * @throws BadFile if it holds one that is damaged
   */
  Optional<Segmenter> open(Path run);

  /** An open network. Several threads may use it at the same time; whoever opened it closes it. */
  interface Segmenter extends AutoCloseable {
    /** Slices on each side that it sees along with the one it segments. */
    default int neighbours() {
      return 0;
    }

    /**
     * Segments images together.
     *
     * @param images at least one, each [(2 neighbours + 1)·C·H·W] in [−1, 1], row-major, slice by
     *     slice
     * @param side rows and columns of each
     * @return one array per image: the probability of the object at each pixel, [H·W] in [0, 1]
     */
    List<float[]> probabilities(List<float[]> images, int side);

    @Override
    void close();
  }
}
