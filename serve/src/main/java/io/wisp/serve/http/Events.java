package io.wisp.serve.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Tells all open pages what happens, as server-sent events. */
public final class Events {
  private static final int MOST_LISTENERS = 24;
  private static final int MOST_WAITING = 1000;
  private static final int PING_SECONDS = 15;

  private final Set<BlockingQueue<String>> listeners = ConcurrentHashMap.newKeySet();

  /**
   * Tells of something.
   *
   * @param name of the event
   * @param value becomes JSON
   */
  public void tell(String name, Object value) {
    if (listeners.isEmpty()) {
      return;
    }
    String text = "event: %s\ndata: %s\n\n".formatted(name, Json.text(value));
    // Who is too slow misses events; the page asks anew when it connects again.
    listeners.removeIf(waiting -> !waiting.offer(text));
  }

  /**
   * Answers with events until the page goes.
   *
   * @throws HttpError if too many listen
   */
  public void listen(Call call) throws IOException {
    if (listeners.size() >= MOST_LISTENERS) {
      throw new HttpError(503, "Too many pages are open: close one.");
    }
    BlockingQueue<String> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    listeners.add(waiting);
    try (OutputStream out = call.stream("text/event-stream")) {
      write(out, "retry: 1000\n\n");
      while (listeners.contains(waiting) || !waiting.isEmpty()) {
        String next = waiting.poll(PING_SECONDS, TimeUnit.SECONDS);
        write(out, next == null ? ": still here\n\n" : next);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      listeners.remove(waiting);
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
