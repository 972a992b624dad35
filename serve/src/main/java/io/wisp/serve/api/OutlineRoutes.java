package io.wisp.serve.api;

import io.wisp.serve.http.Call;
import io.wisp.serve.http.Events;
import io.wisp.serve.http.HttpError;
import io.wisp.serve.http.Router;
import io.wisp.serve.project.Labels;
import io.wisp.serve.project.Project;
import io.wisp.serve.project.Scan;
import io.wisp.serve.project.SliceCache;
import io.wisp.volume.Volume;
import io.wisp.volume.Volumes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** Routes on models and what they outline. */
final class OutlineRoutes {
  private static final String BYTES = "application/octet-stream";

  private final Project project;
  private final Outlines outlines;
  private final Events events;

  OutlineRoutes(Project project, Outlines outlines, Events events) {
    this.project = project;
    this.outlines = outlines;
    this.events = events;
  }

  /** What a reader says of an outline: {@code accepted}, {@code rejected}, or null. */
  record Review(String state, String reader) {}

  void addTo(Router router) {
    String one = "/api/models/{m}/outlines/{scan}";
    router
        .get("/api/models", "Models, the newest first", call -> call.answer(outlines.models()))
        .get("/api/models/{m}/outlines", "Outlines, the most doubtful first", this::list)
        .get(one + "/mask.nii.gz", "The mask on the scan's grid", call -> file(call, mask(call)))
        .get(one + "/map.nii.gz", "The map on the scan's grid", call -> file(call, map(call)))
        .get(
            one + "/mask.bin",
            "The mask's slices, 0 or 1, as slices.bin has them",
            this::maskSlices)
        .get(
            one + "/map.bin",
            "The map's slices, 0 to 255 from X-Min to X-Max, as slices.bin has them",
            this::mapSlices)
        .post(one + "/review", "Accepts or rejects an outline", this::review);
  }

  private Outlines.Model model(Call call) {
    return outlines.model(call.part("m"));
  }

  private Scan scan(Call call) {
    return project.scans().get(call.part("scan"));
  }

  private void list(Call call) throws IOException {
    call.answer(outlines.of(model(call)));
  }

  private Path mask(Call call) {
    return existing(outlines.mask(model(call), scan(call)));
  }

  private Path map(Call call) {
    return existing(outlines.map(model(call), scan(call)));
  }

  private static Path existing(Path file) {
    if (!Files.exists(file)) {
      throw HttpError.missing("The model has not outlined this scan.");
    }
    return file;
  }

  private static void file(Call call, Path file) throws IOException {
    call.file("application/gzip", file);
  }

  private void maskSlices(Call call) throws IOException {
    int size = size(call);
    byte[] slices = SliceCache.spread(Volumes.read(mask(call)), size);
    for (int i = 0; i < slices.length; i++) {
      slices[i] = (byte) ((slices[i] & 0xff) > 127 ? 1 : 0);
    }
    send(call, slices, size);
  }

  private void mapSlices(Call call) throws IOException {
    int size = size(call);
    Volume map = Volumes.read(map(call));
    float least = Float.POSITIVE_INFINITY;
    float most = Float.NEGATIVE_INFINITY;
    for (float value : map.voxels()) {
      if (Float.isFinite(value)) {
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    }
    call.with("X-Min", least).with("X-Max", most);
    send(call, SliceCache.spread(map, size), size);
  }

  private static int size(Call call) {
    return call.number("size", 256, 16, 1024);
  }

  private static void send(Call call, byte[] slices, int size) throws IOException {
    call.with("X-Slices", slices.length / size / size).with("X-Size", size).send(BYTES, slices);
  }

  private void review(Call call) throws IOException {
    Outlines.Model model = model(call);
    Scan scan = scan(call);
    mask(call);
    Review review = call.json(Review.class);
    String reader = Labels.reader(review.reader());
    if (review.state() == null) {
      project
          .database()
          .run("DELETE FROM review WHERE model = ? AND scan = ?", model.name(), scan.id());
    } else if (review.state().equals("accepted") || review.state().equals("rejected")) {
      project
          .database()
          .run(
              "INSERT OR REPLACE INTO review(model, scan, state, reader, at) VALUES(?, ?, ?, ?, ?)",
              model.name(),
              scan.id(),
              review.state(),
              reader,
              Instant.now().toEpochMilli());
    } else {
      throw HttpError.bad(
          "\"state\" is %s, but must be \"accepted\", \"rejected\" or null."
              .formatted(review.state()));
    }
    events.tell("outline", Map.of("model", model.name(), "scan", scan.id()));
    call.answer(new Review(review.state(), reader));
  }
}
