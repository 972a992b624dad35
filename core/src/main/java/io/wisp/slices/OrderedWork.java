package io.wisp.slices;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Works on several tasks at once and takes their results in the order of the tasks. Only a few
 * results wait at any time, so that memory stays bounded when one task is slow.
 */
final class OrderedWork {
  /** Takes one result; may write. */
  interface Sink<T> {
    void accept(T result) throws IOException;
  }

  private OrderedWork() {}

  static <T> void run(List<Callable<T>> tasks, int workers, Sink<T> sink) throws IOException {
    ExecutorService pool = Executors.newFixedThreadPool(workers);
    try {
      Deque<Future<T>> waiting = new ArrayDeque<>();
      for (Callable<T> task : tasks) {
        if (waiting.size() > workers) {
          sink.accept(result(waiting.remove()));
        }
        waiting.add(pool.submit(task));
      }
      while (!waiting.isEmpty()) {
        sink.accept(result(waiting.remove()));
      }
    } finally {
      stop(pool);
    }
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static void stop(ExecutorService pool) {
    pool.shutdownNow();
    try {
      pool.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
