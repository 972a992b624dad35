package io.wisp.engine;

import org.bytedeco.javacpp.Pointer;

/** Counts the native objects that nobody has closed. */
public final class NativeObjects {
  private static final int RUNS = 3;

  private NativeObjects() {}

  /**
   * How many objects a piece of work leaves open, once it has made what is kept for good. The
   * largest of some counts, since Java's garbage collector may close some in between.
   */
  public static long leftBy(Runnable work) {
    work.run();
    long most = 0;
    for (int run = 0; run < RUNS; run++) {
      long before = Pointer.totalCount();
      work.run();
      most = Math.max(most, Pointer.totalCount() - before);
    }
    return most;
  }
}
