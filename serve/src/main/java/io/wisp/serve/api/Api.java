package io.wisp.serve.api;

import io.wisp.serve.http.Events;
import io.wisp.serve.http.Router;
import io.wisp.serve.http.UploadLimits;
import io.wisp.serve.http.Uploads;
import io.wisp.serve.job.Jobs;
import io.wisp.serve.project.Project;

/** All routes of a project. */
public final class Api {
  private final Router router = new Router();

  /**
   * @param limits of uploads
   */
  public Api(Project project, Jobs jobs, Events events, UploadLimits limits, Tools tools) {
    Outlines outlines = new Outlines(project);
    new ProjectRoutes(project).addTo(router);
    new ScanRoutes(project, outlines, events, new Uploads(limits), tools.phantoms()).addTo(router);
    new LabelRoutes(project, events).addTo(router);
    new SuggestionRoutes(project, outlines).addTo(router);
    new JobRoutes(outlines, jobs).addTo(router);
    new OutlineRoutes(project, outlines, events).addTo(router);
    new CorrectionRoutes(project).addTo(router);
    new ExportRoutes(project, outlines).addTo(router);
    new MonaiRoutes(project, outlines, jobs, new Uploads(limits)).addTo(router);
    router.get("/api/events", "Server-sent events: job, scan, label, outline", events::listen);
    router.get("/api/openapi.json", "This description", call -> call.answer(OpenApi.of(router)));
  }

  public Router router() {
    return router;
  }
}
