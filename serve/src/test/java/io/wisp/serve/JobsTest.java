package io.wisp.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Jobs run one after the other, by a script that stands for Wisp. */
@DisabledOnOs(OS.WINDOWS)
class JobsTest {
  private static final String LEARN =
      "{'kind': 'learn', 'name': '%s', 'preset': 'demo', 'minutes': 5, 'label': 'object'}";

  @TempDir Path folder;
  private Path project;
  private TestServer server;

  @BeforeEach
  void begin() {
    project = folder.resolve("project");
    TestServer.writeScan(folder.resolve("scans/a_flair.nii.gz"));
    TestServer.writeScan(folder.resolve("scans/b_flair.nii.gz"));
    server = new TestServer(project);
    server.addFolder(folder.resolve("scans"));
    server.post(
        "/api/labels",
        "{'entries': [{'scan': 'a', 'from': 0, 'to': 4, 'value': 'yes'},"
            + " {'scan': 'a', 'from': 5, 'to': 9, 'value': 'no'}]}");
  }

  @AfterEach
  void end() {
    server.close();
  }

  private JsonNode await(long job, Predicate<JsonNode> done) {
    for (int i = 0; i < 1200; i++) {
      JsonNode now = server.json("/api/jobs/" + job);
      if (done.test(now)) {
        return now;
      }
      try {
        Thread.sleep(25);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    throw new AssertionError("the job never came so far: " + server.json("/api/jobs/" + job));
  }

  private JsonNode await(long job, String state) {
    return await(job, one -> one.path("state").asText().equals(state));
  }

  private void hold() throws IOException {
    Files.createFile(project.resolve("wait"));
  }

  private void letGo() throws IOException {
    Files.delete(project.resolve("wait"));
  }

  private static boolean isLearning(JsonNode job) {
    return job.path("progress").path("stage").asText().equals("diffusion");
  }

  @Test
  void aModelIsLearnedAndOutlines() throws IOException {
    JsonNode queued = server.post("/api/jobs", LEARN.formatted("first"));
    assertThat(queued.path("commands").path(0).asText())
        .isEqualTo(
            "wisp prepare jobs/1/scans stores/1 --layout brats --modality flair --labels"
                + " jobs/1/labels.csv --slices-from 0 --only-labelled --size 32");
    await(1, "done");
    assertThat(Files.readString(project.resolve("jobs/1/labels.csv")))
        .startsWith("case,slice,label\na,0,1\n");
    assertThat(project.resolve("jobs/1/scans/a/a_flair.nii.gz")).exists();
    assertThat(project.resolve("jobs/1/scans/b")).doesNotExist();
    assertThat(server.json("/api/models").path(0).path("name").asText()).isEqualTo("first");
    assertThat(server.json("/api/models").path(0).path("slices").asInt()).isEqualTo(10);

    JsonNode outlines = server.json("/api/models/first/outlines");
    assertThat(outlines.findValuesAsText("scan")).containsExactly("a", "b");
    assertThat(outlines.path(0).path("slices").path(0).path("positive").asBoolean()).isTrue();
    assertThat(server.get("/api/models/first/outlines/a/map.bin?size=16").body()).hasSize(2560);
    assertThat(server.json("/api/scans").path(1).path("outline").path("model").asText())
        .isEqualTo("first");
    assertThat(TestServer.text(server.get("/api/jobs/1/log"))).contains("$ wisp segment");
    assertThat(server.json("/api/jobs/1").path("loss")).hasSize(2);
    reviewAndExport();
  }

  private void reviewAndExport() throws IOException {
    String review = "/api/models/first/outlines/a/review";
    server.post(review, "{'state': 'accepted', 'reader': 'ann'}");
    assertThat(server.json("/api/models/first/outlines").path(0).path("review").asText())
        .isEqualTo("accepted");
    byte[] drawn = new byte[16 * 12 * TestServer.SLICES];
    server.post("/api/scans/b/corrections", drawn, "application/octet-stream");
    List<String> names = new ArrayList<>();
    HttpResponse<byte[]> export = server.get("/api/export.zip?model=first");
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(export.body()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
        if (entry.getName().equals("report.csv")) {
          assertThat(new String(zip.readAllBytes(), UTF_8))
              .contains("a,first,0.25,1.5,accepted", "b,corrected,0.25,1.5,");
        }
      }
    }
    assertThat(names)
        .containsExactlyInAnyOrder(
            "labels.csv",
            "masks/a_mask.nii.gz",
            "masks/b_mask.nii.gz",
            "report.csv",
            "project.json");
  }

  @Test
  void aJobIsPausedAndGoesOn() throws IOException {
    hold();
    server.post("/api/jobs", LEARN.formatted("first"));
    JsonNode running = await(1, JobsTest::isLearning);
    assertThat(running.path("progress").path("done").asInt()).isEqualTo(40);
    server.post("/api/jobs", LEARN.formatted("second"));
    assertThat(server.json("/api/jobs/2").path("state").asText()).isEqualTo("queued");
    server.post("/api/jobs/2/stop", "{}");

    server.post("/api/jobs/1/pause", "{}");
    await(1, "paused");
    letGo();
    server.post("/api/jobs/1/resume", "{}");
    await(1, "done");
    assertThat(TestServer.text(server.get("/api/jobs/1/log"))).contains("saved", "resumed");
    assertThat(server.json("/api/jobs/2").path("state").asText()).isEqualTo("stopped");
  }

  @Test
  void aRestartGoesOnWithWhatRan() throws IOException {
    hold();
    server.post("/api/jobs", LEARN.formatted("first"));
    await(1, JobsTest::isLearning);
    server.close();
    letGo();
    server = new TestServer(project);
    await(1, "done");
    assertThat(TestServer.text(server.get("/api/jobs/1/log"))).contains("resumed");
  }

  @Test
  void aFailureSaysWhyAndTheNextJobRuns() throws IOException {
    Files.createFile(project.resolve("fail"));
    server.post("/api/jobs", LEARN.formatted("first"));
    JsonNode failed = await(1, "failed");
    assertThat(failed.path("error").asText()).isEqualTo("the labels are of no use.");
    Files.delete(project.resolve("fail"));
    server.post("/api/jobs", LEARN.formatted("second"));
    await(2, "done");
  }

  @Test
  void aNameIsTakenOnce() throws IOException {
    server.post("/api/jobs", LEARN.formatted("first"));
    HttpResponse<byte[]> again =
        server.post(
            "/api/jobs",
            LEARN.formatted("first").replace('\'', '"').getBytes(UTF_8),
            "application/json");
    assertThat(again.statusCode()).isEqualTo(409);
    await(1, "done");
  }
}
