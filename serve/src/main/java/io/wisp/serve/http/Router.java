package io.wisp.serve.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The table of routes. Filled before the server starts, then only read. */
public final class Router {
  private final List<Route> routes = new ArrayList<>();

  public Router get(String path, String about, Action action) {
    return add("GET", path, about, action);
  }

  public Router post(String path, String about, Action action) {
    return add("POST", path, about, action);
  }

  public Router put(String path, String about, Action action) {
    return add("PUT", path, about, action);
  }

  public Router delete(String path, String about, Action action) {
    return add("DELETE", path, about, action);
  }

  private Router add(String method, String path, String about, Action action) {
    routes.add(new Route(method, path, about, action));
    return this;
  }

  /** In the order in which they were added. */
  public List<Route> routes() {
    return List.copyOf(routes);
  }

  /** A route with the texts that stand for the names in its path. */
  record Match(Route route, Map<String, String> values) {}

  /**
   * The route of a request.
   *
   * @param rawPath as it was sent, encoded
   * @return empty if no route has such a path
   * @throws HttpError if the path is encoded wrongly, or is there for other methods only
   */
  Optional<Match> find(String method, String rawPath) {
    List<String> parts = Route.parts(rawPath).stream().map(Router::decoded).toList();
    TreeSet<String> others = new TreeSet<>();
    for (Route route : routes) {
      Optional<Map<String, String>> values = route.match(parts);
      if (values.isPresent() && route.method().equals(method)) {
        return Optional.of(new Match(route, values.get()));
      }
      values.ifPresent(any -> others.add(route.method()));
    }
    if (!others.isEmpty()) {
      throw new HttpError(
          405,
          "%s is not for %s, only for %s.".formatted(rawPath, method, String.join(", ", others)));
    }
    return Optional.empty();
  }

  private static String decoded(String part) {
    try {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw HttpError.bad("The path is encoded wrongly: " + part);
    }
  }
}
