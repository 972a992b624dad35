package io.wisp.serve.http;

import io.wisp.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** One request and its answer. Used by one thread. */
public final class Call {
  private static final int LARGEST_JSON = 4 << 20;

  private final Request request;
  private final Response response;
  private final Map<String, String> values;
  private boolean answered;

  Call(Request request, Response response, Map<String, String> values) {
    this.request = request;
    this.response = response;
    this.values = values;
  }

  /** The text that stands for a name in the route's path. */
  public String part(String name) {
    return values.get(name);
  }

  /** The value of the query. */
  public Optional<String> query(String name) {
    return Optional.ofNullable(Request.extractQueryParameters(request).getValue(name))
        .filter(value -> !value.isBlank());
  }

  /**
   * A value that the query must have.
   *
   * @throws HttpError if it is missing
   */
  public String needed(String name) {
    return query(name)
        .orElseThrow(
            () -> HttpError.bad("The query lacks \"%s\": add ?%s=…".formatted(name, name)));
  }

  /**
   * A whole number of the query.
   *
   * @throws HttpError if it is none, or out of range
   */
  public int number(String name, int usual, int least, int most) {
    Optional<String> text = query(name);
    if (text.isEmpty()) {
      return usual;
    }
    if (text.get().matches("\\d{1,9}")) {
      int value = Integer.parseInt(text.get());
      if (value >= least && value <= most) {
        return value;
      }
    }
    throw HttpError.bad(
        "\"%s\" is %s, but must be a whole number from %s to %s."
            .formatted(name, text.get(), least, most));
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(request.getHeaders().get(name)).filter(value -> !value.isBlank());
  }

  /** The body as a record; at most 4 MiB. */
  public <T> T json(Class<T> type) throws IOException {
    return Json.read(body(LARGEST_JSON), type);
  }

  /**
   * The whole body.
   *
   * @throws HttpError 413 if it is larger
   */
  public byte[] body(int most) throws IOException {
    try (InputStream in = Content.Source.asInputStream(request)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new HttpError(413, "The body is larger than %s bytes.".formatted(most));
      }
      return bytes;
    }
  }

  /** The body as it comes. */
  public InputStream stream() {
    return Content.Source.asInputStream(request);
  }

  Request request() {
    return request;
  }

  /** Another header of the answer. */
  public Call with(String header, Object value) {
    response.getHeaders().put(header, String.valueOf(value));
    return this;
  }

  /** Answers with a record, list or map as JSON. */
  public void answer(Object value) throws IOException {
    send("application/json", Json.bytes(value));
  }

  /** As {@link #answer}, with another status than 200. */
  public void answer(int status, Object value) throws IOException {
    response.setStatus(status);
    answer(value);
  }

  /** Answers with nothing, 204. */
  public void done() throws IOException {
    response.setStatus(204);
    answered = true;
    Content.Sink.write(response, true, java.nio.ByteBuffer.allocate(0));
  }

  public void send(String type, String text) throws IOException {
    send(type, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Answers with bytes. */
  public void send(String type, byte[] bytes) throws IOException {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
    answered = true;
    Content.Sink.write(response, true, java.nio.ByteBuffer.wrap(bytes));
  }

  /**
   * Answers with a file.
   *
   * @throws HttpError if there is none
   */
  public void file(String type, Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw HttpError.missing("There is no %s.".formatted(file.getFileName()));
    }
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, Files.size(file));
    try (OutputStream out = stream(type)) {
      Files.copy(file, out);
    }
  }

  /** Answers with what is written to the stream, which is to be closed. */
  public OutputStream stream(String type) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    answered = true;
    return Content.Sink.asOutputStream(response);
  }

  /** What a browser saves the answer as. */
  public Call download(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
    return with("Content-Disposition", "attachment; filename=\"" + plain + "\"");
  }

  boolean answered() {
    return answered || response.isCommitted();
  }

  /** Answers with the sentence of a failure. */
  void fail(int status, String sentence) throws IOException {
    response.setStatus(status);
    send("application/json", Json.bytes(Map.of("error", sentence)));
  }

  void fail(UserError error) throws IOException {
    fail(400, error.getMessage());
  }
}
