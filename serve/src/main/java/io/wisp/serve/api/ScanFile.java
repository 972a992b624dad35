package io.wisp.serve.api;

import io.wisp.nifti.DataType;
import io.wisp.nifti.NiftiFile;
import io.wisp.serve.http.Call;
import io.wisp.serve.project.Project;
import io.wisp.serve.project.Scan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Answers with a scan as NIfTI, on its own grid. */
final class ScanFile {
  private ScanFile() {}

  static void send(Project project, Scan scan, Call call) throws IOException {
    Path path = project.scans().path(scan);
    if (path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".nii.gz")) {
      call.file("application/gzip", path);
      return;
    }
    Path copy = Files.createTempFile(project.folder(), ".volume", ".nii.gz");
    try {
      NiftiFile.overwrite(copy, project.scans().read(scan), DataType.FLOAT32);
      call.file("application/gzip", copy);
    } finally {
      Files.deleteIfExists(copy);
    }
  }
}
