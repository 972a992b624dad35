package io.wisp.serve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Requests as MONAI Label's client for 3D Slicer sends them. */
@DisabledOnOs(OS.WINDOWS)
class MonaiTest {
  private static final String LIMIT = "----------lImIt_of_THE_fIle_eW_$";

  @TempDir Path folder;
  private TestServer server;
  private String root;

  @BeforeEach
  void begin() throws InterruptedException {
    TestServer.writeScan(folder.resolve("scans/a_flair.nii.gz"));
    server = new TestServer(folder.resolve("project"));
    root = "/monai/" + server.token();
    server.addFolder(folder.resolve("scans"));
    server.post(
        "/api/labels",
        "{'entries': [{'scan': 'a', 'from': 0, 'to': 4, 'value': 'yes'},"
            + " {'scan': 'a', 'from': 5, 'to': 8, 'value': 'no'}]}");
    server.post("/api/jobs", "{'kind': 'learn', 'name': 'm', 'preset': 'demo', 'minutes': 1}");
    while (!server.json("/api/jobs/1").path("state").asText().equals("done")) {
      Thread.sleep(25);
    }
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void theServerTellsOfItself() {
    JsonNode info = server.json(root + "/info/");
    assertThat(info.path("models").path("m").path("labels").path(0).asText()).isEqualTo("object");
    assertThat(info.path("datastore").path("total").asInt()).isEqualTo(1);
    JsonNode sample = server.post(root + "/activelearning/wisp", "{'strategy': 'wisp'}");
    assertThat(sample.path("id").asText()).isEqualTo("a");
    assertThat(server.get("/monai/" + "0".repeat(64) + "/info/").statusCode()).isEqualTo(401);
    assertThat(server.get(root + "/train/?check_if_running=true").statusCode()).isEqualTo(404);
  }

  @Test
  void aMaskIsFetchedAndACorrectedOneIsKept() throws IOException {
    HttpResponse<byte[]> result =
        server.post(root + "/infer/m?image=a", form("params", null, "{}".getBytes(UTF_8)), type());
    assertThat(result.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("multipart/form-data; boundary=");
    assertThat(new String(result.body(), ISO_8859_1))
        .contains("name=\"params\"", "name=\"image\"; filename=\"a.nii.gz\"");

    byte[] mask = Files.readAllBytes(folder.resolve("scans/a_flair.nii.gz"));
    HttpResponse<byte[]> saved =
        server.send(
            server
                .request(root + "/datastore/label?image=a&tag=final")
                .header("Content-Type", type())
                .PUT(BodyPublishers.ofByteArray(form("label", "a.nii.gz", mask)))
                .build());
    assertThat(TestServer.json(saved).path("image").asText()).isEqualTo("a");
    assertThat(server.json("/api/scans/a/corrections")).hasSize(1);
    assertThat(server.json(root + "/info/").path("datastore").path("completed").asInt())
        .isEqualTo(1);
  }

  private static String type() {
    return "multipart/form-data; boundary=" + LIMIT;
  }

  private static byte[] form(String name, String file, byte[] content) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    String named = file == null ? "" : "; filename=\"" + file + "\"";
    body.writeBytes(
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n"
            .formatted(LIMIT, name, named)
            .getBytes(UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n--%s--\r\n\r\n".formatted(LIMIT).getBytes(UTF_8));
    return body.toByteArray();
  }
}
