package io.wisp.serve.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wisp.nifti.DataType;
import io.wisp.nifti.NiftiFile;
import io.wisp.serve.Workbench;
import io.wisp.volume.Geometry;
import io.wisp.volume.Volume;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;

/** A workbench whose jobs are run by a script, and what it answers. */
final class Bench implements AutoCloseable {
  static final int SLICES = 12;

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Workbench workbench;

  private Bench(Workbench workbench) {
    this.workbench = workbench;
  }

  /** Opens a project; port 0 is any that is free. */
  static Bench open(Path project, int port) {
    Path script = Path.of("src/test/resources/fake-wisp.sh").toAbsolutePath();
    return new Bench(Workbench.open(project, "127.0.0.1", port, List.of("sh", script.toString())));
  }

  /** Writes a scan of 40x32x12 voxels: a head, and in slices 4 to 7 a bright block in it. */
  static void writeScan(Path file) {
    writeScan(file, Geometry.of(40, 32, SLICES, 2, 2, 5), 40, 32, SLICES);
  }

  /**
   * Writes the same scan lying on its side: its voxels run from foot to head, right to left, back
   * to front.
   */
  static void writeTurnedScan(Path file) {
    double[][] affine = {{0, -2, 0, 40}, {0, 0, 2, -30}, {5, 0, 0, -25}, {0, 0, 0, 1}};
    writeScan(file, Geometry.of(SLICES, 40, 32, affine), SLICES, 40, 32);
  }

  private static void writeScan(Path file, Geometry geometry, int nx, int ny, int nz) {
    boolean turned = nx == SLICES;
    float[] voxels = new float[nx * ny * nz];
    for (int i = 0; i < voxels.length; i++) {
      int[] at = {i % nx, i / nx % ny, i / nx / ny};
      int slice = turned ? at[0] : at[2];
      int across = turned ? at[1] : at[0];
      int along = turned ? at[2] : at[1];
      boolean block =
          slice >= 4 && slice <= 7 && across >= 10 && across < 18 && along >= 8 && along < 20;
      voxels[i] =
          block ? 200 + i % 5 : Math.hypot(across - 20, along - 16) < 14 ? 20 + i * 37 % 150 : 0;
    }
    NiftiFile.write(file, new Volume(geometry, voxels), DataType.INT16);
  }

  URI link() {
    return workbench.link();
  }

  int port() {
    return workbench.port();
  }

  byte[] get(String path) {
    String token = link().getQuery().substring("token=".length());
    HttpRequest request =
        HttpRequest.newBuilder(link().resolve(path))
            .header("Authorization", "Bearer " + token)
            .build();
    try {
      return CLIENT.send(request, BodyHandlers.ofByteArray()).body();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  JsonNode json(String path) {
    try {
      return new ObjectMapper().readTree(get(path));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The labels of a scan as letters, one a slice: y, n, or - for none. */
  String labels(String scan) {
    StringBuilder letters = new StringBuilder("-".repeat(SLICES));
    for (JsonNode label : json("/api/labels?name=object")) {
      if (label.path("scan").asText().equals(scan)) {
        letters.setCharAt(label.path("slice").asInt(), label.path("value").asText().charAt(0));
      }
    }
    return letters.toString();
  }

  @Override
  public void close() {
    workbench.close();
  }
}
