package io.wisp;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/**
 * Tells how far a long piece of work has come. The library reports to it; the application draws a
 * bar. Implementations are safe to call from several threads. One that wants the work to end throws
 * a {@link CancellationException} from {@code start} or {@code advance}; the work cleans up and
 * lets it pass. {@link StopSignal#ending} makes such a one. The work that started a progress closes
 * it.
 */
public interface Progress extends AutoCloseable {
  /** Says that {@code count} more units of work are done, or must be done again if negative. */
  void advance(long count);

  /**
   * Works through a list, some elements at a time, and advances after each of these chunks.
   *
   * @param size elements of a chunk
   * @param work gives a result for each element it is given
   * @return one result an element
   */
  default <T, R> List<R> inChunks(List<T> all, int size, Function<List<T>, List<R>> work) {
    List<R> results = new ArrayList<>();
    for (int from = 0; from < all.size(); from += size) {
      List<T> chunk = all.subList(from, Math.min(all.size(), from + size));
      results.addAll(work.apply(chunk));
      advance(chunk.size());
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
