package io.wisp.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labels by keys, ranges and tables. */
class LabelsTest {
  @TempDir Path folder;
  private TestServer server;

  @BeforeEach
  void begin() {
    TestServer.writeScan(folder.resolve("scans/a_flair.nii.gz"));
    TestServer.writeScan(folder.resolve("scans/b_flair.nii.gz"));
    server = new TestServer(folder.resolve("project"));
    assertThat(server.addFolder(folder.resolve("scans"))).containsExactly("a", "b");
  }

  @AfterEach
  void end() {
    server.close();
  }

  private JsonNode set(String reader, String scan, int from, int to, String value) {
    return server.post(
        "/api/labels",
        "{'name': 'object', 'reader': '%s', 'millis': 500, 'entries': [{'scan': '%s', 'from': %s, 'to': %s, 'value': %s}]}"
            .formatted(reader, scan, from, to, value));
  }

  private String csv() {
    return TestServer.text(server.get("/api/labels.csv?name=object"));
  }

  @Test
  void aRangeIsLabelledAndUndone() {
    set("ann", "a", 2, 4, "'yes'");
    set("ann", "a", 4, 5, "'no'");
    assertThat(csv()).isEqualTo("case,slice,label\na,2,1\na,3,1\na,4,0\na,5,0\n");

    JsonNode undone = server.post("/api/labels/undo", "{'reader': 'ann'}");
    assertThat(undone.path("changed")).hasSize(2);
    assertThat(csv()).isEqualTo("case,slice,label\na,2,1\na,3,1\na,4,1\n");

    server.post("/api/labels/undo", "{'reader': 'ann'}");
    assertThat(csv()).isEqualTo("case,slice,label\n");
    assertThat(server.post("/api/labels/undo", "{'reader': 'ann'}").path("undo").isNull()).isTrue();
  }

  @Test
  void aReaderUndoesOnlyTheirOwn() {
    set("ann", "a", 0, 0, "'yes'");
    set("bob", "a", 1, 1, "'yes'");
    server.post("/api/labels/undo", "{'reader': 'ann'}");
    assertThat(csv()).isEqualTo("case,slice,label\na,1,1\n");
  }

  @Test
  void aLabelIsTakenAwayByNull() {
    set("ann", "a", 0, 1, "'yes'");
    set("ann", "a", 0, 0, "null");
    assertThat(csv()).isEqualTo("case,slice,label\na,1,1\n");
  }

  @Test
  void readersWhoDifferAreShownAndLeftOut() {
    set("ann", "a", 0, 2, "'yes'");
    set("bob", "a", 2, 3, "'no'");
    JsonNode differing = server.json("/api/labels/disagreements?name=object");
    assertThat(differing).hasSize(1);
    assertThat(differing.path(0).path("slice").asInt()).isEqualTo(2);
    assertThat(differing.path(0).path("values").path("ann").asText()).isEqualTo("yes");

    HttpResponse<byte[]> table = server.get("/api/labels.csv?name=object");
    assertThat(table.headers().firstValue("X-Disagreements")).contains("1");
    assertThat(TestServer.text(table)).isEqualTo("case,slice,label\na,0,1\na,1,1\na,3,0\n");
  }

  @Test
  void effortIsToldByReader() {
    set("ann", "a", 0, 0, "'yes'");
    set("ann", "a", 1, 1, "'no'");
    JsonNode effort = server.json("/api/labels/effort?name=object&reader=ann");
    assertThat(effort.path("slices").asInt()).isEqualTo(2);
    assertThat(effort.path("seconds").asDouble()).isEqualTo(1);
    assertThat(effort.path("perMinute").asDouble()).isEqualTo(120);
  }

  @Test
  void aTableAsExcelWritesItIsTaken() {
    String table = "\uFEFFCase;Slice;Label\r\nA;0;ja\r\nb_flair.nii.gz;9;0\r\n";
    HttpResponse<byte[]> answer =
        server.post("/api/labels.csv?name=tumour&reader=ann", table.getBytes(UTF_8), "text/csv");
    assertThat(TestServer.json(answer).path("set").asInt()).isEqualTo(2);
    assertThat(TestServer.text(server.get("/api/labels.csv?name=tumour")))
        .isEqualTo("case,slice,label\na,0,1\nb,9,0\n");
    assertThat(server.json("/api/labels/names").path(0).asText()).isEqualTo("tumour");
  }

  @Test
  void aTableWithAnUnknownCaseChangesNothing() {
    byte[] table = "case,slice,label\na,0,1\nzzz,0,1\n".getBytes(UTF_8);
    HttpResponse<byte[]> answer = server.post("/api/labels.csv?name=object", table, "text/csv");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(TestServer.text(answer)).contains("zzz");
    assertThat(csv()).isEqualTo("case,slice,label\n");
  }

  @Test
  void slicesThatAreNotThereAreRefused() {
    String body = "{\"entries\": [{\"scan\": \"a\", \"from\": 8, \"to\": 10, \"value\": \"yes\"}]}";
    HttpResponse<byte[]> answer =
        server.post("/api/labels", body.getBytes(UTF_8), "application/json");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(TestServer.text(answer)).contains("a has the slices 0 to 9");
  }

  @Test
  void labelsAreThereAfterARestart() {
    set("ann", "b", 3, 3, "'yes'");
    server.close();
    server = new TestServer(folder.resolve("project"));
    assertThat(csv()).isEqualTo("case,slice,label\nb,3,1\n");
    assertThat(server.json("/api/scans").path(1).path("yes").asInt()).isEqualTo(1);
  }

  @Test
  void suggestionsLieFarFromWhatIsLabelled() {
    set("ann", "a", 0, 9, "'yes'");
    set("ann", "b", 0, 4, "'no'");
    JsonNode next = server.json("/api/suggestions?name=object&count=2");
    assertThat(next.path(0).path("scan").asText()).isEqualTo("b");
    assertThat(next.path(0).path("slice").asInt()).isEqualTo(9);
    assertThat(next.path(1).path("slice").asInt()).isEqualTo(6);
  }
}
