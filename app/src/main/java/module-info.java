/** The command line. */
@SuppressWarnings("requires-automatic") // libraries without a descriptor
module io.wisp.app {
  requires io.wisp.core;
  requires io.wisp.lab;
  requires io.wisp.serve;
  requires com.fasterxml.jackson.databind;
  requires info.picocli;
  requires java.management;
  requires jdk.management;
  requires org.jline.terminal;
  requires org.slf4j;
  requires ch.qos.logback.classic;
  requires me.tongfei.progressbar;

  opens io.wisp.app to
      info.picocli;
}
