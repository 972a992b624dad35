package io.wisp.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.wisp.slices.SliceRecipe;
import io.wisp.slices.Slicer;
import io.wisp.volume.Volume;
import io.wisp.volume.Volumes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scans come in, are shown and go. */
class ScansTest {
  @TempDir Path folder;
  private TestServer server;
  private Path scan;

  @BeforeEach
  void begin() {
    scan = folder.resolve("in/a_flair.nii.gz");
    TestServer.writeScan(scan);
    server = new TestServer(folder.resolve("project"));
  }

  @AfterEach
  void end() {
    server.close();
  }

  static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void slicesAreThoseOfPrepare() {
    server.addFolder(scan.getParent());
    HttpResponse<byte[]> answer = server.get("/api/scans/a/slices.bin?size=32");
    assertThat(answer.headers().firstValue("X-Slices")).contains("10");
    Volume volume = Volumes.read(scan);
    float[] image = new Slicer(SliceRecipe.DEFAULT.withSize(32)).slices(volume).get(4).image();
    for (int i = 0; i < image.length; i++) {
      int grey = answer.body()[4 * 32 * 32 + i] & 0xff;
      assertThat(grey).isEqualTo(Math.round((image[i] + 1) * 127.5f));
    }
  }

  @Test
  void filesAreUploadedAndBadOnesSayWhy() throws IOException {
    byte[] good = Files.readAllBytes(scan);
    byte[] cut = java.util.Arrays.copyOf(good, good.length / 2);
    JsonNode answer =
        TestServer.json(
            server.upload(
                Map.of(
                    "p1/x.nii.gz",
                    good,
                    "cut.nii.gz",
                    cut,
                    "notes.txt",
                    "hello".getBytes(UTF_8),
                    "more.zip",
                    zip(Map.of("deep/y.nii.gz", good)))));
    assertThat(answer.path("added").findValuesAsText("id")).containsExactlyInAnyOrder("x", "y");
    assertThat(answer.path("refused").findValuesAsText("file"))
        .containsExactlyInAnyOrder("cut.nii.gz", "notes.txt");
    assertThat(server.json("/api/scans")).hasSize(2);
    assertThat(server.get("/api/scans/y/thumbnail.png").statusCode()).isEqualTo(200);
    assertThat(server.get("/api/scans/y/volume.nii.gz").body()).isEqualTo(good);
  }

  @Test
  void aScanInPlaceStaysWhereItIsWhenTakenOut() throws IOException {
    server.addFolder(scan.getParent());
    HttpResponse<byte[]> answer = server.send(server.request("/api/scans/a").DELETE().build());
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(server.json("/api/scans")).isEmpty();
    assertThat(scan).exists();
    assertThat(server.get("/api/scans/a/slices.bin").statusCode()).isEqualTo(404);
  }

  @Test
  void anUploadedScanGoesWithItsFile() throws IOException {
    server.upload(Map.of("x.nii.gz", Files.readAllBytes(scan)));
    server.send(server.request("/api/scans/x").DELETE().build());
    try (var left = Files.walk(folder.resolve("project/scans"))) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void theSameFolderTwiceAddsNothing() {
    server.addFolder(scan.getParent());
    JsonNode again = server.post("/api/scans/folder", "{'path': '%s'}".formatted(scan.getParent()));
    assertThat(again.path("added")).isEmpty();
    assertThat(again.path("refused").path(0).path("error").asText()).contains("already");
  }

  @Test
  void twoScansOfOneNameGetDifferentIds() throws IOException {
    byte[] good = Files.readAllBytes(scan);
    server.upload(Map.of("x.nii.gz", good));
    JsonNode answer = TestServer.json(server.upload(Map.of("X.nii.gz", good)));
    assertThat(answer.path("added").path(0).path("id").asText()).isEqualTo("X-2");
  }

  @Test
  void correctionsKeepTheScansOwnOrder() throws IOException {
    server.addFolder(scan.getParent());
    byte[] voxels = new byte[16 * 12 * TestServer.SLICES];
    voxels[3 + 16 * (5 + 12 * 7)] = 1;
    HttpResponse<byte[]> tooShort = post(new byte[10]);
    assertThat(tooShort.statusCode()).isEqualTo(400);
    assertThat(TestServer.json(post(voxels)).path("n").asInt()).isEqualTo(1);
    voxels[0] = 1;
    assertThat(TestServer.json(post(voxels)).path("voxels").asInt()).isEqualTo(2);
    Path file = folder.resolve("mask.nii.gz");
    Files.write(file, server.get("/api/scans/a/corrections/1.nii.gz").body());
    Volume mask = Volumes.read(file);
    assertThat(mask.geometry()).isEqualTo(Volumes.readGeometry(scan));
    assertThat(mask.get(3, 5, 7)).isEqualTo(1);
    assertThat(mask.get(0, 0, 0)).isZero();
    assertThat(server.get("/api/scans/a/corrections/9.nii.gz").statusCode()).isEqualTo(404);
    assertThat(server.json("/api/scans/a/corrections").path(0).path("reader").asText())
        .isEqualTo("ann");
  }

  private HttpResponse<byte[]> post(byte[] voxels) {
    return server.send(
        server
            .request("/api/scans/a/corrections")
            .header("X-Reader", "ann")
            .POST(java.net.http.HttpRequest.BodyPublishers.ofByteArray(voxels))
            .build());
  }
}
