package io.wisp.serve.api;

import io.wisp.base.Version;
import io.wisp.serve.http.Route;
import io.wisp.serve.http.Router;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The routes as an OpenAPI document, made of the table itself. */
final class OpenApi {
  private OpenApi() {}

  static Map<String, Object> of(Router router) {
    Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
    for (Route route : router.routes()) {
      paths
          .computeIfAbsent(route.path(), path -> new LinkedHashMap<>())
          .put(route.method().toLowerCase(Locale.ROOT), operation(route));
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.1.0");
    document.put("info", Map.of("title", "Wisp workbench", "version", Version.text()));
    document.put("paths", paths);
    document.put(
        "components",
        Map.of("securitySchemes", Map.of("token", Map.of("type", "http", "scheme", "bearer"))));
    document.put("security", List.of(Map.of("token", List.of())));
    return document;
  }

  private static Map<String, Object> operation(Route route) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("summary", route.about());
    operation.put(
        "parameters",
        route.names().stream()
            .map(
                name ->
                    Map.of(
                        "name",
                        name,
                        "in",
                        "path",
                        "required",
                        true,
                        "schema",
                        Map.of("type", "string")))
            .toList());
    operation.put(
        "responses",
        Map.of(
            "200", Map.of("description", "as asked"),
            "default", Map.of("description", "{\"error\": a sentence}")));
    return operation;
  }
}
