package io.wisp.serve.api;

import io.wisp.serve.api.Outlines.Outline;
import io.wisp.serve.http.Call;
import io.wisp.serve.http.Router;
import io.wisp.serve.project.LabelSummary;
import io.wisp.serve.project.LabelSummary.Agreed;
import io.wisp.serve.project.Project;
import io.wisp.serve.project.Scan;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
    int count = call.number("count", 20, 1, 1000);
    Map<String, Set<Integer>> labelled = new HashMap<>();
    for (Agreed one : new LabelSummary(project.database()).agreed(name, Optional.empty())) {
      labelled.computeIfAbsent(one.scan(), id -> new TreeSet<>()).add(one.slice());
    }
    Optional<Outlines.Model> model =
        outlines.models().stream().filter(one -> one.label().equals(name)).findFirst();
    Suggestions suggestions = new Suggestions();
    for (Scan scan : project.scans().all()) {
      Optional<Outline> outline = model.flatMap(one -> outlines.read(one, scan));
      suggestions.add(scan, labelled.getOrDefault(scan.id(), Set.of()), outline);
    }
    List<Suggestions.Suggestion> chosen = suggestions.choose(count);
    call.answer(chosen);
  }
}
