/** Benchmarks of single kernels, and the table that holds them against the machine. */
@SuppressWarnings("requires-automatic") // JMH has no descriptor
module io.wisp.bench {
  requires io.wisp.core;
  requires io.wisp.lab;
  requires jmh.core;
  requires org.bytedeco.pytorch;
}
