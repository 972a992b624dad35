package io.wisp.serve.api;

import io.wisp.base.CsvText;
import io.wisp.base.Version;
import io.wisp.serve.api.Outlines.Outline;
import io.wisp.serve.http.Call;
import io.wisp.serve.http.Json;
import io.wisp.serve.http.Router;
import io.wisp.serve.project.Corrections;
import io.wisp.serve.project.LabelSummary;
import io.wisp.serve.project.Project;
import io.wisp.serve.project.Scan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The route that gives everything as one archive. */
final class ExportRoutes {
  private final Project project;
  private final Outlines outlines;
  private final Corrections corrections;

  ExportRoutes(Project project, Outlines outlines) {
    this.project = project;
    this.outlines = outlines;
    this.corrections = new Corrections(project);
  }

  /** The mask of a scan, and whence it is. */
  private record Mask(Path file, String source) {}

  /** What stands in project.json. */
  private record Facts(
      String wisp, String project, String exported, String model, List<Scan> scans) {}

  void addTo(Router router) {
    router.get(
        "/api/export.zip",
        "Masks (corrected where they were), labels, report.csv, project.json; of ?model=",
        this::export);
  }

  private void export(Call call) throws IOException {
    Optional<Outlines.Model> model =
        call.query("model").isPresent()
            ? Optional.of(outlines.model(call.needed("model")))
            : outlines.models().stream().findFirst();
    call.download(project.name() + ".zip");
    try (ZipOutputStream zip = new ZipOutputStream(call.stream("application/zip"))) {
      for (String name : project.labels().names()) {
        var agreed = new LabelSummary(project.database()).agreed(name, Optional.empty());
        String file = name.equals("object") ? "labels.csv" : "labels-" + plain(name) + ".csv";
        text(zip, file, LabelRoutes.csv(agreed));
      }
      text(zip, "report.csv", masks(zip, model));
      Facts facts =
          new Facts(
              Version.text(),
              project.name(),
              Instant.now().toString(),
              model.map(Outlines.Model::name).orElse(null),
              project.scans().all());
      text(zip, "project.json", Json.text(facts));
    }
  }

  private static String plain(String name) {
    return name.replaceAll("[^A-Za-z0-9._-]", "_");
  }

  /** Writes the masks; returns the table of them. */
  private String masks(ZipOutputStream zip, Optional<Outlines.Model> model) throws IOException {
    CsvText report = new CsvText("scan", "mask", "confidence", "millilitres", "review");
    Map<String, Outline> known = new LinkedHashMap<>();
    model.ifPresent(one -> outlines.of(one).forEach(outline -> known.put(outline.scan(), outline)));
    for (Scan scan : project.scans().all()) {
      Optional<Mask> mask = mask(scan, model);
      if (mask.isPresent()) {
        file(zip, "masks/" + scan.id() + "_mask.nii.gz", mask.get().file());
      }
      Optional<Outline> outline = Optional.ofNullable(known.get(scan.id()));
      List<Object> row = new ArrayList<>();
      row.add(scan.id());
      row.add(mask.map(Mask::source).orElse(""));
      row.add(outline.<Object>map(Outline::confidence).orElse(""));
      row.add(outline.<Object>map(Outline::volumeMl).orElse(""));
      row.add(outline.map(Outline::review).orElse(""));
      report.row(row);
    }
    return report.toString();
  }

  private Optional<Mask> mask(Scan scan, Optional<Outlines.Model> model) {
    return corrections
        .newest(scan)
        .map(file -> new Mask(file, "corrected"))
        .or(
            () ->
                model
                    .map(one -> new Mask(outlines.mask(one, scan), one.name()))
                    .filter(mask -> Files.exists(mask.file())));
  }

  private static void text(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static void file(ZipOutputStream zip, String name, Path file) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    Files.copy(file, zip);
    zip.closeEntry();
  }
}
