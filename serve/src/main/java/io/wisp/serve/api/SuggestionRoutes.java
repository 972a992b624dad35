package io.wisp.serve.api;

import io.wisp.serve.http.Call;
import io.wisp.serve.http.Router;
import io.wisp.serve.project.Project;
import java.io.IOException;

/** The route that says which slices to label next. */
final class SuggestionRoutes {
  private final Project project;
  private final Outlines outlines;

  SuggestionRoutes(Project project, Outlines outlines) {
    this.project = project;
    this.outlines = outlines;
  }

  void addTo(Router router) {
    router.get(
        "/api/suggestions",
        "Slices to label next, the most useful first; ?name= of the label, ?count=",
        this::suggest);
  }

  private void suggest(Call call) throws IOException {
    String name = call.query("name").orElse("object");
    call.answer(Suggestions.of(project, outlines, name, call.number("count", 20, 1, 1000)));
  }
}
