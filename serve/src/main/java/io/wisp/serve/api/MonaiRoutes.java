package io.wisp.serve.api;

import io.wisp.base.Folders;
import io.wisp.base.Version;
import io.wisp.serve.api.Outlines.Model;
import io.wisp.serve.http.Call;
import io.wisp.serve.http.HttpError;
import io.wisp.serve.http.Json;
import io.wisp.serve.http.Router;
import io.wisp.serve.http.Uploads;
import io.wisp.serve.job.Job;
import io.wisp.serve.job.JobState;
import io.wisp.serve.job.Jobs;
import io.wisp.serve.job.Preset;
import io.wisp.serve.project.Corrections;
import io.wisp.serve.project.Project;
import io.wisp.serve.project.Scan;
import io.wisp.volume.Volumes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The routes of MONAI Label, so that its client in 3D Slicer connects: its server's address is
 * {@code http://HOST:PORT/monai/TOKEN}.
 */
final class MonaiRoutes {
  private static final String ROOT = "/monai/{token}";
  private static final String LABEL = "object";
  private static final String BOUNDARY = "wisp-result-7d1f4c02";
  private static final String GZIP = "application/gzip";

  private final Project project;
  private final Outlines outlines;
  private final Jobs jobs;
  private final Uploads uploads;
  private final Corrections corrections;

  MonaiRoutes(Project project, Outlines outlines, Jobs jobs, Uploads uploads) {
    this.project = project;
    this.outlines = outlines;
    this.jobs = jobs;
    this.uploads = uploads;
    this.corrections = new Corrections(project);
  }

  void addTo(Router router) {
    router
        .get(ROOT + "/info/", "MONAI Label: models, labels and strategies", this::info)
        .post(
            ROOT + "/activelearning/{strategy}",
            "MONAI Label: the scan to look at next",
            this::next)
        .get(ROOT + "/datastore/", "MONAI Label: all scans and their labels", this::datastore)
        .get(ROOT + "/datastore/image", "MONAI Label: a scan, of ?image=", this::image)
        .get(ROOT + "/datastore/label", "MONAI Label: its newest mask, of ?label=", this::label)
        .put(ROOT + "/datastore/label", "MONAI Label: keeps a corrected mask", this::save)
        .post(ROOT + "/infer/{model}", "MONAI Label: the model's mask of ?image=", this::infer)
        .get(ROOT + "/train/", "MONAI Label: the training that runs", this::training)
        .post(ROOT + "/train/", "MONAI Label: learns from the labels", this::train)
        .post(ROOT + "/train/{model}", "MONAI Label: learns from the labels", this::train)
        .delete(ROOT + "/train/", "MONAI Label: stops the training that runs", this::stop);
  }

  private void info(Call call) throws IOException {
    Map<String, Object> models = new LinkedHashMap<>();
    for (Model model : outlines.models()) {
      models.put(
          model.name(),
          Map.of(
              "type", "segmentation",
              "labels", List.of(model.label()),
              "dimension", 3,
              "description", "Learned from %s labelled slices".formatted(model.slices()),
              "config", Map.of()));
    }
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("name", "Wisp");
    info.put("description", "Outlines learned from yes/no labels of slices");
    info.put("version", Version.text());
    info.put("labels", List.of(LABEL));
    info.put("models", models);
    info.put("trainers", Map.of("wisp", Map.of("description", "wisp learn", "config", Map.of())));
    info.put("strategies", Map.of("wisp", Map.of("description", "The least certain scan")));
    info.put("scoring", Map.of());
    info.put("train_stats", Map.of());
    List<Scan> scans = project.scans().all();
    long corrected = scans.stream().filter(one -> corrections.newest(one).isPresent()).count();
    info.put("datastore", Map.of("total", scans.size(), "completed", corrected));
    call.answer(info);
  }

  private void next(Call call) throws IOException {
    List<Suggestions.Suggestion> best = Suggestions.of(project, outlines, LABEL, 1);
    if (best.isEmpty()) {
      call.answer(Map.of());
      return;
    }
    String id = best.get(0).scan();
    call.answer(Map.of("id", id, "name", id + ".nii.gz", "slice", best.get(0).slice()));
  }

  private void datastore(Call call) throws IOException {
    Map<String, Object> all = new LinkedHashMap<>();
    for (Scan scan : project.scans().all()) {
      Map<String, Object> labels = new LinkedHashMap<>();
      corrections.newest(scan).ifPresent(file -> labels.put("final", Map.of("ext", ".nii.gz")));
      Map<String, Object> image = Map.of("ext", ".nii.gz", "info", Map.of());
      all.put(scan.id(), Map.of("image", image, "labels", labels));
    }
    call.answer(Map.of("objects", all));
  }

  private Scan scan(Call call, String name) {
    return project.scans().get(call.needed(name));
  }

  private void image(Call call) throws IOException {
    ScanFile.send(project, scan(call, "image"), call);
  }

  private void label(Call call) throws IOException {
    Scan scan = scan(call, "label");
    Path mask =
        corrections
            .newest(scan)
            .or(() -> newestOutline(scan))
            .orElseThrow(() -> HttpError.missing("There is no mask of %s.".formatted(scan.id())));
    call.download(scan.id() + ".nii.gz").file(GZIP, mask);
  }

  private Optional<Path> newestOutline(Scan scan) {
    return outlines.models().stream()
        .map(model -> outlines.mask(model, scan))
        .filter(Files::exists)
        .findFirst();
  }

  private void save(Call call) throws IOException {
    Scan scan = scan(call, "image");
    Path folder = Files.createTempDirectory(project.folder(), ".label");
    try {
      Path file = uploads.receive(call, folder).get(0);
      corrections.add(scan, Volumes.read(file), "MONAI Label", null);
      call.answer(Map.of("image", scan.id(), "label", scan.id()));
    } finally {
      Folders.remove(folder);
    }
  }

  private void infer(Call call) throws IOException {
    Scan scan = scan(call, "image");
    Model model = outlines.model(call.part("model"));
    Path mask = outlines.mask(model, scan);
    if (!Files.exists(mask)) {
      throw HttpError.conflict(
          "%s has not outlined %s yet: let it outline all scans in the workbench."
              .formatted(model.name(), scan.id()));
    }
    if (call.query("output").filter(text -> text.equals("image")).isPresent()) {
      call.file(GZIP, mask);
      return;
    }
    String params = Json.text(Map.of("label_names", Map.of(model.label(), 1)));
    try (OutputStream out = call.stream("multipart/form-data; boundary=" + BOUNDARY)) {
      part(out, "name=\"params\"", "application/json");
      out.write(params.getBytes(StandardCharsets.UTF_8));
      part(out, "name=\"image\"; filename=\"%s.nii.gz\"".formatted(scan.id()), GZIP);
      Files.copy(mask, out);
      out.write("\r\n--%s--\r\n".formatted(BOUNDARY).getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static void part(OutputStream out, String names, String type) throws IOException {
    out.write(
        "\r\n--%s\r\nContent-Disposition: form-data; %s\r\nContent-Type: %s\r\n\r\n"
            .formatted(BOUNDARY, names, type)
            .getBytes(StandardCharsets.US_ASCII));
  }

  private Optional<Job> running() {
    return jobs.all().stream()
        .filter(job -> job.kind().equals("learn"))
        .filter(job -> job.state() == JobState.RUNNING || job.state() == JobState.QUEUED)
        .findFirst();
  }

  private void training(Call call) throws IOException {
    call.answer(running().orElseThrow(() -> HttpError.missing("No training runs.")));
  }

  private void train(Call call) throws IOException {
    String name = "monai-" + Instant.now().getEpochSecond();
    Preset usual = Preset.onThisMachine().get(1);
    call.answer(jobs.learn(name, usual.name(), usual.minutes(), LABEL, LabelRoutes::csv));
  }

  private void stop(Call call) throws IOException {
    Job job = running().orElseThrow(() -> HttpError.missing("No training runs."));
    call.answer(jobs.stop(job.id()));
  }
}
