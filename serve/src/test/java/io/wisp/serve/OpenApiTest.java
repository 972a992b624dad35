package io.wisp.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.wisp.serve.api.Api;
import io.wisp.serve.api.Tools;
import io.wisp.serve.http.Events;
import io.wisp.serve.http.Route;
import io.wisp.serve.job.Jobs;
import io.wisp.serve.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The description of the API, the routes, and the list that pages and scripts rely on. */
class OpenApiTest {
  @TempDir Path folder;

  @Test
  void theDescriptionHasEveryRouteAndNoOther() {
    Set<String> described = new TreeSet<>();
    try (TestServer server = new TestServer(folder.resolve("project"))) {
      JsonNode paths = server.json("/api/openapi.json").path("paths");
      paths
          .fields()
          .forEachRemaining(
              path ->
                  path.getValue()
                      .fieldNames()
                      .forEachRemaining(
                          method ->
                              described.add(
                                  method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    }
    assertThat(described).isEqualTo(routes());
  }

  @Test
  void whatWasPromisedIsThere() throws IOException {
    List<String> promised = Files.readAllLines(Path.of("src/test/resources/routes.txt"));
    assertThat(routes()).containsAll(promised);
  }

  private Set<String> routes() {
    try (Project project = Project.open(folder.resolve("other"))) {
      Tools tools = new Tools(TestServer.fake());
      Events events = new Events();
      Jobs jobs = new Jobs(project, tools::line, events);
      return new Api(project, jobs, events, TestServer.LIMITS, tools)
          .router().routes().stream()
              .map(OpenApiTest::name)
              .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static String name(Route route) {
    return route.method() + " " + route.path();
  }
}
