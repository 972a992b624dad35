/** The workbench: a project's scans, labels, models, outlines and corrections, over HTTP. */
@SuppressWarnings({"module", "requires-automatic"}) // the app; libraries without a descriptor
module io.wisp.serve {
  requires io.wisp.core;
  requires com.fasterxml.jackson.databind;
  requires java.desktop;
  requires static java.net.http; // for the tests
  requires java.sql;
  requires org.eclipse.jetty.http;
  requires org.eclipse.jetty.io;
  requires org.eclipse.jetty.server;
  requires org.eclipse.jetty.util;
  requires org.slf4j;

  exports io.wisp.serve to
      io.wisp.app;

  opens io.wisp.serve.api to
      com.fasterxml.jackson.databind;
  opens io.wisp.serve.http to
      com.fasterxml.jackson.databind;
  opens io.wisp.serve.job to
      com.fasterxml.jackson.databind;
  opens io.wisp.serve.project to
      com.fasterxml.jackson.databind;
}
