package io.wisp.bench;

import java.io.IOException;

/** JMH's command line, of this module: a module's jar starts none but its own classes. */
public final class Benchmarks {
  private Benchmarks() {}

  public static void main(String[] args) throws IOException {
    org.openjdk.jmh.Main.main(args);
  }
}
