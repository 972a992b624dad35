/** What measures Wisp: goldens, the paper's tables, ablations, benchmarks, synthetic scans. */
@SuppressWarnings({"module", "requires-automatic"}) // the app; libraries without a descriptor
module io.wisp.lab {
  requires io.wisp.core;
  requires org.bytedeco.javacpp;
  requires org.bytedeco.pytorch;
  requires com.fasterxml.jackson.databind;
  requires java.desktop;
  requires org.slf4j;

  exports io.wisp.ablation to
      io.wisp.app,
      io.wisp.bench;
  exports io.wisp.benchmark to
      io.wisp.app,
      io.wisp.bench;
  exports io.wisp.golden to
      io.wisp.app,
      io.wisp.bench;
  exports io.wisp.phantom to
      io.wisp.app,
      io.wisp.bench;
  exports io.wisp.reproduction to
      io.wisp.app,
      io.wisp.bench;
}
