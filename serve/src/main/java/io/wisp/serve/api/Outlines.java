package io.wisp.serve.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import io.wisp.UserError;
import io.wisp.base.SettingsTree;
import io.wisp.serve.http.HttpError;
import io.wisp.serve.job.JobFiles;
import io.wisp.serve.project.Project;
import io.wisp.serve.project.Scan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The models of a project and their outlines, as `wisp segment` left them. */
final class Outlines {
  private static final List<String> ENDINGS =
      List.of(".json", "_mask.nii.gz", "_map.nii.gz", "_montage.png");

  private final Project project;
  private final JobFiles files;
  private final Map<Path, Kept> kept = new ConcurrentHashMap<>();

  Outlines(Project project) {
    this.project = project;
    this.files = new JobFiles(project);
  }

  /** A model: when it was made, and of how many labelled scans and slices. */
  record Model(
      String name, String made, String label, int scans, int slices, @JsonIgnore String kind) {}

  /** What the model says of a slice; positive if its mask holds a pixel. */
  record SliceOutline(int slice, double confidence, boolean positive) {}

  /** The outline of a scan; null volume if the spacing is unknown, null review if there is none. */
  record Outline(
      String scan, double confidence, List<SliceOutline> slices, Double volumeMl, String review) {}

  /** The outline of a scan by the newest model that has one. */
  record Newest(String model, double confidence, String review) {}

  /** What stood in a file when it was last changed. */
  private record Kept(long changed, Outline outline) {}

  /** The newest first. */
  List<Model> models() {
    return project
        .database()
        .list(
            "SELECT name, made, label, scans, slices, kind FROM model ORDER BY made DESC",
            row ->
                new Model(
                    row.getString(1),
                    Instant.ofEpochMilli(row.getLong(2)).toString(),
                    row.getString(3),
                    row.getInt(4),
                    row.getInt(5),
                    row.getString(6)));
  }

  /**
   * @throws HttpError if there is none
   */
  Model model(String name) {
    return models().stream()
        .filter(model -> model.name().equals(name))
        .findFirst()
        .orElseThrow(() -> HttpError.missing("There is no model \"%s\".".formatted(name)));
  }

  /** The outlines of a model, the most doubtful first. */
  List<Outline> of(Model model) {
    Map<String, String> reviews = reviews(model.name());
    List<Outline> all = new ArrayList<>();
    for (Scan scan : project.scans().all()) {
      read(model, scan).map(one -> reviewed(one, reviews.get(scan.id()))).ifPresent(all::add);
    }
    all.sort(Comparator.comparingDouble(Outline::confidence).thenComparing(Outline::scan));
    return all;
  }

  private static Outline reviewed(Outline outline, String review) {
    return new Outline(
        outline.scan(), outline.confidence(), outline.slices(), outline.volumeMl(), review);
  }

  private Map<String, String> reviews(String model) {
    Map<String, String> all = new HashMap<>();
    project
        .database()
        .list(
            "SELECT scan, state FROM review WHERE model = ?",
            row -> all.put(row.getString(1), row.getString(2)),
            model);
    return all;
  }

  /** For each scan that any model has outlined. */
  Map<String, Newest> newest() {
    Map<String, Newest> all = new HashMap<>();
    for (Model model : models()) {
      for (Outline one : of(model)) {
        all.putIfAbsent(one.scan(), new Newest(model.name(), one.confidence(), one.review()));
      }
    }
    return all;
  }

  /** The outline of a scan, if the model has made one. */
  Optional<Outline> read(Model model, Scan scan) {
    Path file = file(model, scan, ".json");
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      long changed = Files.getLastModifiedTime(file).toMillis();
      Kept known = kept.get(file);
      if (known == null || known.changed() != changed) {
        known = new Kept(changed, parse(scan, SettingsTree.readYaml(file)));
        kept.put(file, known);
      }
      return Optional.of(known.outline());
    } catch (IOException | UserError e) {
      return Optional.empty(); // it is just being replaced
    }
  }

  private static Outline parse(Scan scan, JsonNode record) {
    List<SliceOutline> slices = new ArrayList<>();
    for (JsonNode line : record.path("slices")) {
      slices.add(
          new SliceOutline(
              line.path("slice").asInt(),
              line.path("confidence").asDouble(),
              line.path("mask_pixels").asInt() > 0));
    }
    JsonNode volume = record.path("mask_millilitres");
    return new Outline(
        scan.id(),
        record.path("confidence").asDouble(),
        slices,
        volume.isNumber() ? volume.asDouble() : null,
        null);
  }

  Path mask(Model model, Scan scan) {
    return file(model, scan, "_mask.nii.gz");
  }

  Path map(Model model, Scan scan) {
    return file(model, scan, "_map.nii.gz");
  }

  /** Removes all that was made of a scan, so that none of it is taken for another of its name. */
  void remove(Scan scan) throws IOException {
    for (Model model : models()) {
      for (String ending : ENDINGS) {
        Files.deleteIfExists(file(model, scan, ending));
      }
    }
    files.forget(scan);
  }

  private Path file(Model model, Scan scan, String ending) {
    return files.outlines(model.name()).resolve(JobFiles.outlineName(scan, model.kind()) + ending);
  }
}
