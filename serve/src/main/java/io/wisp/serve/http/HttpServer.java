package io.wisp.serve.http;

import io.wisp.BadFile;
import io.wisp.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers requests by the routes, and all else from the page. */
public final class HttpServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
  private static final int THREADS = 64;
  private static final long IDLE_MILLIS = 60_000;

  /** WebAssembly and workers of blobs are what NiiVue needs; nothing comes from elsewhere. */
  private static final String POLICY =
      "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:;"
          + " img-src 'self' data: blob:; connect-src 'self' data: blob:; object-src 'none';"
          + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private final Server server;
  private final ServerConnector connector;
  private final Gate gate;
  private final Router router;
  private final PageFiles page;

  private HttpServer(Gate gate, Router router, PageFiles page) {
    this.gate = gate;
    this.router = router;
    this.page = page;
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 4);
    threads.setName("wisp-serve");
    threads.setDaemon(true);
    server = new Server(threads);
    HttpConfiguration settings = new HttpConfiguration();
    settings.setSendServerVersion(false);
    settings.setSendDateHeader(false);
    settings.setRequestHeaderSize(16 << 10);
    settings.setUriCompliance(UriCompliance.DEFAULT);
    connector = new ServerConnector(server, new HttpConnectionFactory(settings));
    connector.setIdleTimeout(IDLE_MILLIS);
  }

  /**
   * Starts a server.
   *
   * @param port 0 for any that is free
   * @throws UserError if the port is taken, or the host is none of this machine
   */
  public static HttpServer start(String host, int port, Gate gate, Router router) {
    HttpServer made = new HttpServer(gate, router, new PageFiles());
    made.connector.setHost(host);
    made.connector.setPort(port);
    made.server.addConnector(made.connector);
    made.server.setHandler(made.new Answers());
    try {
      made.server.start();
      return made;
    } catch (IOException e) {
      made.close();
      throw new UserError(
          "The server cannot listen at %s, port %s: %s. Choose another port, or another host of this machine."
              .formatted(
                  host, port, e.getCause() == null ? e.getMessage() : e.getCause().getMessage()),
          e);
    } catch (Exception e) {
      made.close();
      throw new IllegalStateException(e);
    }
  }

  /** The port that it listens at. */
  public int port() {
    return connector.getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      LOG.warn("the server did not stop in order", e);
    }
  }

  private final class Answers extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      Call call = new Call(request, response, Map.of());
      protect(response);
      try {
        try {
          answer(request, response);
        } catch (HttpError e) {
          fail(response, call, e.status(), e.getMessage());
        } catch (UserError e) {
          fail(response, call, e instanceof BadFile ? 422 : 400, e.getMessage());
        }
        callback.succeeded();
      } catch (EofException e) {
        callback.failed(e); // who asked has gone
      } catch (IOException | RuntimeException | LinkageError e) {
        broken(response, call, callback, e);
      }
      return true;
    }

    private void answer(Request request, Response response) throws IOException {
      gate.checkSource(request);
      String path = request.getHttpURI().getPath();
      Optional<String> cookie = gate.cookie(request);
      cookie.ifPresent(value -> response.getHeaders().put(HttpHeader.SET_COOKIE, value));
      boolean open = path.equals("/api/health");
      if (!open && cookie.isEmpty() && !gate.knows(request)) {
        throw new HttpError(
            401, "The token is missing or wrong: open the link that `wisp serve` printed.");
      }
      Optional<Router.Match> match = router.find(request.getMethod(), path);
      if (match.isPresent()) {
        Call call = new Call(request, response, match.get().values());
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        match.get().route().action().run(call);
        if (!call.answered()) {
          call.done();
        }
      } else if (path.startsWith("/api/") || path.startsWith("/monai/")) {
        throw HttpError.missing("There is no such route; /api/openapi.json lists all.");
      } else {
        page.send(request.getMethod(), path, new Call(request, response, Map.of()));
      }
    }

    private void fail(Response response, Call call, int status, String sentence)
        throws IOException {
      if (response.isCommitted()) {
        throw new IOException(sentence);
      }
      response.getHeaders().remove("Content-Disposition");
      response.getHeaders().remove(HttpHeader.CONTENT_LENGTH);
      call.fail(status, sentence);
    }

    private void broken(Response response, Call call, Callback callback, Throwable error) {
      LOG.error("a request failed", error);
      if (response.isCommitted()) {
        callback.failed(error);
        return;
      }
      try {
        fail(
            response,
            call,
            500,
            "This is a fault in Wisp: %s. Its trace is in the server's log.".formatted(error));
        callback.succeeded();
      } catch (IOException e) {
        callback.failed(e);
      }
    }
  }

  private static void protect(Response response) {
    response
        .getHeaders()
        .put("Content-Security-Policy", POLICY)
        .put("X-Content-Type-Options", "nosniff")
        .put("Referrer-Policy", "no-referrer")
        .put("X-Frame-Options", "DENY")
        .put("Cross-Origin-Opener-Policy", "same-origin")
        .put("Cross-Origin-Resource-Policy", "same-origin");
  }

  /** Where a path of a folder leads, by a name that must lie right in it. */
  public static Path inside(Path folder, String name) {
    Path file = folder.resolve(name).normalize();
    if (!name.matches("[A-Za-z0-9._-]{1,200}") || !file.getParent().equals(folder.normalize())) {
      throw HttpError.missing("There is no \"%s\".".formatted(name));
    }
    return file;
  }
}
