package io.wisp.serve.http;

/** An answer that is not what was asked for: a status and a sentence for the person who asked. */
public final class HttpError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;

  /**
   * @param status of HTTP, 400 to 599
   * @param message a sentence: what is wrong, and what to do
   */
  public HttpError(int status, String message) {
    super(message);
    this.status = status;
  }

  /** A request that makes no sense. */
  public static HttpError bad(String message) {
    return new HttpError(400, message);
  }

  /** Something that is not there. */
  public static HttpError missing(String message) {
    return new HttpError(404, message);
  }

  /** Something that does not go with the state of things. */
  public static HttpError conflict(String message) {
    return new HttpError(409, message);
  }

  public int status() {
    return status;
  }
}
