package io.wisp;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/**
 * Receives the progress of long work. The library reports to it; the application draws a bar.
 * Implementations are safe to call from several threads. To end the work, it throws a {@link
 * CancellationException} from {@code start} or {@code advance}; the work cleans up and rethrows it.
 * {@link StopSignal#ending} makes such a progress. The work that started a progress closes it.
 */
public interface Progress extends AutoCloseable {
  /** Reports {@code count} more units of work as done; if negative, as to be done again. */
  void advance(long count);

  /**
   * Works through a list, some elements at a time, and advances after each of these chunks.
   *
   * @param size elements of a chunk
   * @param work returns a result for each element of a chunk
   * @return one result per element
   */
  default <T, R> List<R> inChunks(List<T> all, int size, Function<List<T>, List<R>> work) {
    return chunked(
        all,
        size,
        chunk -> {
          List<R> results = work.apply(chunk);
          advance(chunk.size());
          return results;
        });
  }

  /** As {@link #inChunks}, without progress. */
  static <T, R> List<R> chunked(List<T> all, int size, Function<List<T>, List<R>> work) {
    List<R> results = new ArrayList<>();
    for (int from = 0; from < all.size(); from += size) {
      results.addAll(work.apply(all.subList(from, Math.min(all.size(), from + size))));
    }
    return results;
  }

  /** Shows a short note beside the bar, such as the latest loss. */
  void note(String text);

  @Override
  void close();

  /** Opens one progress display per piece of work. */
  @FunctionalInterface
  interface Factory {
    /**
     * @param task what is being done, in a word or two
     * @param total units of work in all
     */
    Progress start(String task, long total);
  }

  /** Shows nothing. */
  Factory SILENT =
      (task, total) ->
          new Progress() {
            @Override
            public void advance(long count) {}

            @Override
            public void note(String text) {}

            @Override
            public void close() {}
          };
}
