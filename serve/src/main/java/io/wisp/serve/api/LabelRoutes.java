package io.wisp.serve.api;

import io.wisp.base.AtomicFile;
import io.wisp.base.CsvText;
import io.wisp.dataset.LabelFile;
import io.wisp.serve.http.Call;
import io.wisp.serve.http.Events;
import io.wisp.serve.http.HttpError;
import io.wisp.serve.http.Router;
import io.wisp.serve.project.LabelSummary;
import io.wisp.serve.project.LabelSummary.Agreed;
import io.wisp.serve.project.Labels;
import io.wisp.serve.project.Labels.Changed;
import io.wisp.serve.project.Labels.Entry;
import io.wisp.serve.project.Project;
import io.wisp.serve.project.Scan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Routes on labels. */
final class LabelRoutes {
  private static final int LARGEST_TABLE = 16 << 20;
  private static final int MOST_ENTRIES = 10_000;
  private static final int LONGEST_NAME = 60;

  private final Project project;
  private final Labels labels;
  private final LabelSummary summary;
  private final Events events;

  LabelRoutes(Project project, Events events) {
    this.project = project;
    this.labels = project.labels();
    this.summary = new LabelSummary(project.database());
    this.events = events;
  }

  /** A key press or more of a reader; {@code millis} is the time it took, and may be left out. */
  record SetRequest(String name, String reader, List<Entry> entries, Long millis) {}

  /** Whose last change to undo. */
  record UndoRequest(String reader) {}

  /** What a table brought: labels set, and slices that it says nothing of. */
  record Imported(int set, int scans, Long undo) {}

  void addTo(Router router) {
    router
        .get("/api/labels", "Labels of a ?name=, of one ?reader= or all", this::list)
        .post("/api/labels", "Sets or takes away labels, on the disk before it answers", this::set)
        .post("/api/labels/undo", "Undoes the last change of a reader", this::undo)
        .get(
            "/api/labels.csv",
            "case,slice,label as prepare reads it; of ?name= and ?reader=",
            this::table)
        .post(
            "/api/labels.csv",
            "Takes labels from such a table, also as Excel writes it",
            this::take)
        .get("/api/labels/names", "The names of labels", call -> call.answer(labels.names()))
        .get(
            "/api/labels/disagreements",
            "Slices that readers label differently",
            this::disagreements)
        .get("/api/labels/effort", "Slices, seconds and slices a minute", this::effort);
  }

  private void list(Call call) throws IOException {
    call.answer(labels.list(name(call), call.query("reader")));
  }

  private static String name(Call call) {
    return checked(call.query("name").orElse("object"));
  }

  private static String checked(String name) {
    if (name.isBlank() || name.length() > LONGEST_NAME || name.matches(".*[\\p{Cntrl}/\\\\].*")) {
      throw HttpError.bad(
          "The name of a label is \"%s\", but must have 1 to %s letters and no slash."
              .formatted(name, LONGEST_NAME));
    }
    return name.strip();
  }

  private static String checkedReader(String reader) {
    return checked(Labels.reader(reader));
  }

  private void set(Call call) throws IOException {
    SetRequest request = call.json(SetRequest.class);
    String name = checked(request.name() == null ? "object" : request.name());
    if (request.entries() == null || request.entries().isEmpty()) {
      throw HttpError.bad("There are no \"entries\".");
    }
    if (request.entries().size() > MOST_ENTRIES) {
      throw HttpError.bad("There are more than %s entries.".formatted(MOST_ENTRIES));
    }
    request.entries().forEach(this::check);
    long millis = request.millis() == null ? 0 : request.millis();
    String reader = checkedReader(request.reader());
    Changed changed = labels.set(name, reader, request.entries(), millis);
    tell(changed, reader);
    call.answer(changed);
  }

  private void check(Entry entry) {
    if (entry == null || entry.scan() == null) {
      throw HttpError.bad("An entry names no \"scan\".");
    }
    Scan scan = project.scans().get(entry.scan());
    if (entry.from() < 0 || entry.to() < entry.from() || entry.to() >= scan.slices()) {
      throw HttpError.bad(
          "%s has the slices 0 to %s, not %s to %s."
              .formatted(scan.id(), scan.slices() - 1, entry.from(), entry.to()));
    }
  }

  private void undo(Call call) throws IOException {
    String reader = checkedReader(call.json(UndoRequest.class).reader());
    Changed changed = labels.undo(reader);
    tell(changed, reader);
    call.answer(changed);
  }

  private void tell(Changed changed, String reader) {
    if (!changed.changed().isEmpty()) {
      Map<String, Object> event = new LinkedHashMap<>();
      event.put("name", changed.name());
      event.put("reader", reader);
      event.put("changed", changed.changed());
      events.tell("label", event);
    }
  }

  private void table(Call call) throws IOException {
    List<Agreed> agreed = summary.agreed(name(call), call.query("reader"));
    call.with("X-Disagreements", agreed.stream().filter(one -> one.yes() == null).count())
        .download("labels.csv")
        .send("text/csv; charset=utf-8", csv(agreed));
  }

  /**
   * The table that {@code prepare --labels} reads; slices that readers are split on are left out.
   */
  static String csv(List<Agreed> agreed) {
    CsvText csv = new CsvText("case", "slice", "label");
    agreed.stream()
        .filter(one -> one.yes() != null)
        .forEach(one -> csv.row(one.scan(), one.slice(), one.yes() ? 1 : 0));
    return csv.toString();
  }

  private void take(Call call) throws IOException {
    String name = name(call);
    String reader = checkedReader(call.query("reader").orElse(null));
    OptionalInt first =
        call.query("first").isPresent()
            ? OptionalInt.of(call.number("first", 0, 0, 1))
            : OptionalInt.empty();
    Path file = Files.createTempFile(project.folder(), ".labels", ".csv");
    try {
      byte[] text = call.body(LARGEST_TABLE);
      AtomicFile.replace(file, channel -> channel.write(java.nio.ByteBuffer.wrap(text)));
      call.answer(take(name, reader, file, first));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private Imported take(String name, String reader, Path file, OptionalInt first) {
    List<Scan> scans = project.scans().all();
    Set<String> ids = scans.stream().map(Scan::id).collect(Collectors.toSet());
    LabelFile table = LabelFile.read(file, first).of(ids);
    table.checkCases(ids, project.folder());
    List<Entry> entries = new ArrayList<>();
    Set<String> named = new TreeSet<>();
    for (Scan scan : scans) {
      TreeSet<Integer> places = new TreeSet<>();
      for (int slice = 0; slice < scan.slices(); slice++) {
        places.add(slice);
        OptionalInt label = table.find(scan.id(), slice);
        if (label.isPresent()) {
          checkTwo(label.getAsInt());
          entries.add(new Entry(scan.id(), slice, slice, label.getAsInt() == 1 ? "yes" : "no"));
          named.add(scan.id());
        }
      }
      table.checkSlices(scan.id(), places);
    }
    Changed changed = labels.set(name, reader, entries, 0);
    tell(changed, reader);
    return new Imported(entries.size(), named.size(), changed.undo());
  }

  private static void checkTwo(int label) {
    if (label > 1) {
      throw HttpError.bad(
          "The table has the label %s, but here a label is 0 or 1, that is, no or yes."
              .formatted(label));
    }
  }

  private void disagreements(Call call) throws IOException {
    call.answer(summary.disagreements(name(call)));
  }

  private void effort(Call call) throws IOException {
    call.answer(summary.effort(name(call), call.query("reader")));
  }
}
