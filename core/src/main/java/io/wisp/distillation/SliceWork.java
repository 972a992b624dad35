package io.wisp.distillation;

import io.wisp.Progress;
import io.wisp.StopSignal;
import io.wisp.slices.SliceRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Work on many slices, a batch at a time, that can be stopped.
 *
 * @param title what the progress bar says
 */
record SliceWork(String title, StopSignal stop, Progress.Factory progress) {
  private static final int CHUNK = 16;

  /**
   * Goes through the slices in order.
   *
   * @param work as many results as slices
   * @return one result per slice; nothing if a stop was requested before the end
   */
  <T> Optional<List<T>> run(List<SliceRecord> slices, Function<List<SliceRecord>, List<T>> work) {
    List<T> results = new ArrayList<>();
    try (Progress bar = progress.start(title, slices.size())) {
      for (int from = 0; from < slices.size(); from += CHUNK) {
        if (stop.requested()) {
          return Optional.empty();
        }
        List<SliceRecord> chunk = slices.subList(from, Math.min(slices.size(), from + CHUNK));
        results.addAll(work.apply(chunk));
        bar.advance(chunk.size());
      }
    }
    return Optional.of(results);
  }
}
