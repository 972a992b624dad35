package io.wisp.serve.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.wisp.base.Folders;
import io.wisp.serve.http.Call;
import io.wisp.serve.http.Events;
import io.wisp.serve.http.HttpError;
import io.wisp.serve.http.Router;
import io.wisp.serve.http.Uploads;
import io.wisp.serve.project.Corrections;
import io.wisp.serve.project.LabelSummary;
import io.wisp.serve.project.Project;
import io.wisp.serve.project.Refused;
import io.wisp.serve.project.Scan;
import io.wisp.serve.project.ScanTable.Added;
import io.wisp.serve.project.UploadFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Routes on scans: adding, listing, looking at them. */
final class ScanRoutes {
  private static final int MOST_PHANTOMS = 200;
  private static final String USUAL_LABEL = "object";

  private final Project project;
  private final Outlines outlines;
  private final Events events;
  private final Uploads uploads;
  private final Phantoms phantoms;

  /** Makes phantom scans in a folder that is new. */
  @FunctionalInterface
  interface Phantoms {
    void write(Path folder, int count, int seed) throws IOException;
  }

  ScanRoutes(
      Project project, Outlines outlines, Events events, Uploads uploads, Phantoms phantoms) {
    this.project = project;
    this.outlines = outlines;
    this.events = events;
    this.uploads = uploads;
    this.phantoms = phantoms;
  }

  /** A folder on the machine of the server; {@code kind} of scan, such as flair, may be null. */
  record FolderRequest(String path, String kind) {}

  /** How many phantoms to make. */
  record PhantomRequest(int count) {}

  /** A scan in the table; {@code skipped} slices have too little content to be trained on. */
  record Line(
      @JsonUnwrapped Scan scan,
      int slices,
      List<Integer> skipped,
      int yes,
      int no,
      Outlines.Newest outline) {}

  /** Scans that were added, and files that were not. */
  record Answer(List<Line> added, List<Refused> refused) {}

  void addTo(Router router) {
    router
        .get("/api/scans", "All scans; ?name= counts the labels of that name", this::list)
        .post("/api/scans", "Adds files of a form: NIfTI, DICOM, zip of these", this::upload)
        .post(
            "/api/scans/folder", "Adds the scans of a folder of the server, in place", this::folder)
        .post("/api/scans/phantoms", "Adds phantom scans, made for the purpose", this::phantoms)
        .delete("/api/scans/{id}", "Takes a scan out of the project", this::remove)
        .get(
            "/api/scans/{id}/slices.bin",
            "All slices, 8-bit grey, ?size= rows and columns each; headers X-Slices, X-Size",
            this::slices)
        .get(
            "/api/scans/{id}/thumbnail.png", "A small picture of the middle slice", this::thumbnail)
        .get("/api/scans/{id}/volume.nii.gz", "The scan as NIfTI, in its own order", this::volume);
  }

  private void list(Call call) throws IOException {
    call.answer(lines(project.scans().all(), call.query("name").orElse(USUAL_LABEL)));
  }

  private List<Line> lines(List<Scan> scans, String name) {
    Map<String, LabelSummary.Counts> counts = new LabelSummary(project.database()).counts(name);
    Map<String, Outlines.Newest> newest = outlines.newest();
    return scans.stream()
        .map(
            scan -> {
              LabelSummary.Counts own =
                  counts.getOrDefault(scan.id(), new LabelSummary.Counts(0, 0));
              return new Line(
                  scan, scan.slices(), scan.skipped(), own.yes(), own.no(), newest.get(scan.id()));
            })
        .toList();
  }

  private void upload(Call call) throws IOException {
    UploadFolder folder = UploadFolder.create(project);
    boolean received = false;
    try {
      List<Path> files = uploads.receive(call, folder.path());
      received = true;
      answer(call, folder.add(project.scans(), files, uploads.limits(), this::tell));
    } finally {
      if (!received) {
        Folders.remove(folder.path());
      }
    }
  }

  private void folder(Call call) throws IOException {
    FolderRequest request = call.json(FolderRequest.class);
    if (request.path() == null || request.path().isBlank()) {
      throw HttpError.bad("Give the \"path\" of a folder.");
    }
    Path path = Path.of(request.path());
    if (!path.isAbsolute()) {
      throw HttpError.bad("\"%s\" is no whole path: begin with /.".formatted(request.path()));
    }
    Optional<String> kind =
        Optional.ofNullable(request.kind())
            .filter(text -> !text.isBlank())
            .map(text -> text.toLowerCase(Locale.ROOT));
    answer(call, project.scans().addFolder(path, kind, this::tell));
  }

  private void phantoms(Call call) throws IOException {
    PhantomRequest request = call.json(PhantomRequest.class);
    if (request.count() < 1 || request.count() > MOST_PHANTOMS) {
      throw HttpError.bad(
          "\"count\" is %s, but must be from 1 to %s.".formatted(request.count(), MOST_PHANTOMS));
    }
    UploadFolder folder = UploadFolder.create(project);
    int seed = 6 + Integer.parseInt(folder.path().getFileName().toString().replaceAll("\\D", ""));
    phantoms.write(folder.path(), request.count(), seed);
    Added added = project.scans().addFolder(folder.path(), Optional.of("flair"), this::tell);
    answer(call, new Added(added.added(), List.of())); // their masks are no news
  }

  private void tell(Scan scan) {
    events.tell("scan", Map.of("id", scan.id()));
  }

  private void answer(Call call, Added added) throws IOException {
    call.answer(new Answer(lines(added.added(), USUAL_LABEL), added.refused()));
  }

  private void remove(Call call) throws IOException {
    Scan scan = scan(call);
    project.scans().remove(scan);
    project.slices().forget(scan);
    outlines.remove(scan);
    new Corrections(project).remove(scan);
    events.tell("scan", Map.of("id", scan.id()));
    call.done();
  }

  private Scan scan(Call call) {
    return project.scans().get(call.part("id"));
  }

  private void slices(Call call) throws IOException {
    Scan scan = scan(call);
    int size = call.number("size", 256, 16, 1024);
    byte[] slices = project.slices().slices(scan, size);
    call.with("X-Slices", scan.slices())
        .with("X-Size", size)
        .send("application/octet-stream", slices);
  }

  private void thumbnail(Call call) throws IOException {
    call.with("Cache-Control", "private, max-age=3600")
        .send("image/png", project.slices().thumbnail(scan(call)));
  }

  private void volume(Call call) throws IOException {
    ScanFile.send(project, scan(call), call);
  }
}
