package io.wisp.serve.http;

import java.io.IOException;

/** What a route does. */
@FunctionalInterface
public interface Action {
  /**
   * Reads the request and answers it once.
   *
   * @throws HttpError with the status and sentence to answer instead
   * @throws io.wisp.UserError a sentence to answer instead
   */
  void run(Call call) throws IOException;
}
