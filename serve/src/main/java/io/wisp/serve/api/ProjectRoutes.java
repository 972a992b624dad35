package io.wisp.serve.api;

import io.wisp.base.Version;
import io.wisp.serve.http.Call;
import io.wisp.serve.http.Router;
import io.wisp.serve.project.Project;
import java.io.IOException;
import java.util.Map;

/** Routes on the project as a whole. */
final class ProjectRoutes {
  private final Project project;

  ProjectRoutes(Project project) {
    this.project = project;
  }

  /** What {@code GET /api/project} answers; {@code labelled} counts slices. */
  record Facts(String name, String folder, String version, int scans, int slices, int labelled) {}

  void addTo(Router router) {
    router
        .get("/api/health", "Whether the server runs", call -> call.answer(Map.of("status", "ok")))
        .get("/api/project", "The project: its name, folder, and how much is in it", this::project);
  }

  private void project(Call call) throws IOException {
    var scans = project.scans().all();
    int labelled =
        project
            .database()
            .one(
                "SELECT COUNT(*) FROM (SELECT DISTINCT scan, slice FROM label)",
                row -> row.getInt(1))
            .orElse(0);
    call.answer(
        new Facts(
            project.name(),
            project.folder().toString(),
            Version.text(),
            scans.size(),
            scans.stream().mapToInt(scan -> scan.slices()).sum(),
            labelled));
  }
}
