package io.wisp.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wisp.nifti.DataType;
import io.wisp.nifti.NiftiFile;
import io.wisp.serve.http.UploadLimits;
import io.wisp.volume.Geometry;
import io.wisp.volume.Volume;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A server on a free port, and somebody who asks it. */
final class TestServer implements AutoCloseable {
  static final UploadLimits LIMITS = new UploadLimits(200_000, 20, 400_000);
  static final int SLICES = 10;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Workbench workbench;
  private final String root;
  private final String token;

  TestServer(Path project) {
    this(project, LIMITS);
  }

  TestServer(Path project, UploadLimits limits) {
    this(Workbench.open(project, "127.0.0.1", 0, fake(), limits));
  }

  private TestServer(Workbench workbench) {
    this.workbench = workbench;
    this.root = "http://127.0.0.1:" + workbench.port();
    this.token = workbench.link().getQuery().substring("token=".length());
  }

  static List<String> fake() {
    return List.of("sh", Path.of("src/test/resources/fake-wisp.sh").toAbsolutePath().toString());
  }

  String token() {
    return token;
  }

  int port() {
    return workbench.port();
  }

  /** A scan with a bright block, 16x12x10 voxels. */
  static void writeScan(Path file) {
    Geometry geometry = Geometry.of(16, 12, SLICES, 1, 1, 2);
    float[] voxels = new float[16 * 12 * SLICES];
    for (int i = 0; i < voxels.length; i++) {
      voxels[i] = i % 16 < 8 ? 0 : 100 + i % 7;
    }
    NiftiFile.write(file, new Volume(geometry, voxels), DataType.INT16);
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(root + path))
        .header("Authorization", "Bearer " + token);
  }

  HttpResponse<byte[]> send(HttpRequest request) {
    return send(request, CLIENT);
  }

  private static HttpResponse<byte[]> send(HttpRequest request, HttpClient client) {
    try {
      return client.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<byte[]> get(String path) {
    return send(request(path).build());
  }

  HttpResponse<byte[]> post(String path, byte[] body, String type) {
    return send(
        request(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)).build());
  }

  JsonNode json(String path) {
    return json(get(path));
  }

  /** Posts JSON written with ' for ". */
  JsonNode post(String path, String json) {
    return json(post(path, json.replace('\'', '"').getBytes(UTF_8), "application/json"));
  }

  /** The body, which must not be an error. */
  static JsonNode json(HttpResponse<byte[]> response) {
    if (response.statusCode() >= 400) {
      throw new AssertionError(response.statusCode() + " " + new String(response.body(), UTF_8));
    }
    return tree(response);
  }

  static JsonNode tree(HttpResponse<byte[]> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), UTF_8);
  }

  HttpResponse<byte[]> upload(Map<String, byte[]> files) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    files.forEach(
        (name, bytes) -> {
          body.writeBytes(
              "--xyz\r\nContent-Disposition: form-data; name=\"files\"; filename=\"%s\"\r\n\r\n"
                  .formatted(name)
                  .getBytes(UTF_8));
          body.writeBytes(bytes);
          body.writeBytes("\r\n".getBytes(UTF_8));
        });
    body.writeBytes("--xyz--\r\n".getBytes(UTF_8));
    return post("/api/scans", body.toByteArray(), "multipart/form-data; boundary=xyz");
  }

  /** Adds a folder in place; the ids of the scans. */
  List<String> addFolder(Path folder) {
    JsonNode answer = post("/api/scans/folder", "{'path': '%s'}".formatted(folder));
    return answer.path("added").findValuesAsText("id");
  }

  @Override
  public void close() {
    workbench.close();
  }
}
