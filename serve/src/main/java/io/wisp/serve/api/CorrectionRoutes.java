package io.wisp.serve.api;

import io.wisp.serve.http.Call;
import io.wisp.serve.http.HttpError;
import io.wisp.serve.http.Router;
import io.wisp.serve.project.Corrections;
import io.wisp.serve.project.Labels;
import io.wisp.serve.project.Project;
import io.wisp.serve.project.Scan;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Routes on masks that people corrected. */
final class CorrectionRoutes {
  private final Project project;
  private final Corrections corrections;

  CorrectionRoutes(Project project) {
    this.project = project;
    this.corrections = new Corrections(project);
  }

  void addTo(Router router) {
    router
        .get("/api/scans/{id}/corrections", "Corrected masks, the oldest first", this::list)
        .post(
            "/api/scans/{id}/corrections",
            "Keeps 8-bit voxels as a new version; headers X-Reader, X-Model; may be gzip",
            this::add)
        .get("/api/scans/{id}/corrections/{file}", "A version as NIfTI, N.nii.gz", this::file);
  }

  private Scan scan(Call call) {
    return project.scans().get(call.part("id"));
  }

  private void list(Call call) throws IOException {
    call.answer(corrections.of(scan(call)));
  }

  private void add(Call call) throws IOException {
    Scan scan = scan(call);
    byte[] voxels = voxels(call, (int) scan.voxels());
    String reader = Labels.reader(header(call, "X-Reader").orElse(null));
    call.answer(201, corrections.add(scan, voxels, reader, header(call, "X-Model").orElse(null)));
  }

  /** Headers hold Latin letters only, so names come with others percent-encoded. */
  private static Optional<String> header(Call call, String name) {
    try {
      return call.header(name)
          .map(text -> URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw HttpError.bad("The header %s is encoded wrongly.".formatted(name));
    }
  }

  /** One more than there may be, if there are more. */
  private static byte[] voxels(Call call, int count) throws IOException {
    try (InputStream plain = new BufferedInputStream(call.stream())) {
      plain.mark(2);
      boolean packed = plain.read() == 0x1f && plain.read() == 0x8b;
      plain.reset();
      InputStream in = packed ? new GZIPInputStream(plain) : plain;
      return in.readNBytes(count + 1);
    } catch (ZipException e) {
      throw HttpError.bad("The body is damaged gzip: %s.".formatted(e.getMessage()));
    }
  }

  private void file(Call call) throws IOException {
    Scan scan = scan(call);
    String name = call.part("file");
    boolean known = corrections.of(scan).stream().anyMatch(one -> name.equals(one.n() + ".nii.gz"));
    if (!known) {
      throw HttpError.missing("There is no correction %s of %s.".formatted(name, scan.id()));
    }
    int n = Integer.parseInt(name.substring(0, name.indexOf('.')));
    call.file("application/gzip", corrections.file(scan, n));
  }
}
