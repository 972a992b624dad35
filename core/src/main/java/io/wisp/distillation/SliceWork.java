package io.wisp.distillation;

import io.wisp.Progress;
import io.wisp.StopSignal;
import io.wisp.slices.SliceRecord;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/**
 * Work on many slices, a batch at a time, that can be stopped.
 *
 * @param title what the progress bar says
 */
record SliceWork(String title, StopSignal stop, Progress.Factory progress) {
  private static final int CHUNK = 16;

  /** The same under another title. */
  SliceWork titled(String other) {
    return new SliceWork(other, stop, progress);
  }

  /**
   * Goes through the slices in order.
   *
   * @param work as many results as slices
   * @return one result per slice; nothing if a stop was requested before the end
   */
  <T> Optional<List<T>> run(List<SliceRecord> slices, Function<List<SliceRecord>, List<T>> work) {
    try (Progress bar = stop.ending(progress).start(title, slices.size())) {
      return Optional.of(bar.inChunks(slices, CHUNK, work));
    } catch (CancellationException e) {
      if (stop.requested()) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
