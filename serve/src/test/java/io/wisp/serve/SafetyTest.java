package io.wisp.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.FolderInUse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers, other pages and hostile files are told. */
class SafetyTest {
  @TempDir Path folder;
  private TestServer server;

  @BeforeEach
  void begin() {
    server = new TestServer(folder.resolve("project"));
  }

  @AfterEach
  void end() {
    server.close();
  }

  /** The answer to a request as it goes over the wire; {@code HOST} stands for the right one. */
  private String raw(String first, String... headers) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      StringBuilder text = new StringBuilder(first + " HTTP/1.1\r\nConnection: close\r\n");
      for (String header : headers) {
        text.append(header.replace("HOST", "127.0.0.1:" + server.port())).append("\r\n");
      }
      socket.getOutputStream().write(text.append("\r\n").toString().getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private String bearer() {
    return "Authorization: Bearer " + server.token();
  }

  @Test
  void withoutTheTokenNothingIsTold() throws IOException {
    assertThat(server.token()).hasSize(64);
    for (String path : new String[] {"/", "/app.js", "/api/project", "/api/nothing"}) {
      assertThat(raw("GET " + path, "Host: HOST")).startsWith("HTTP/1.1 401");
    }
    String wrong = "Authorization: Bearer " + "0".repeat(64);
    assertThat(raw("GET /api/project", "Host: HOST", wrong)).startsWith("HTTP/1.1 401");
    assertThat(raw("GET /?token=abc", "Host: HOST")).startsWith("HTTP/1.1 401");
    assertThat(raw("GET /api/health", "Host: HOST")).startsWith("HTTP/1.1 200");
  }

  @Test
  void theLinkSetsACookieThatOpensTheRest() throws IOException {
    String answer = raw("GET /?token=" + server.token(), "Host: HOST");
    assertThat(answer).startsWith("HTTP/1.1 200").contains("HttpOnly; SameSite=Strict");
    String cookie = "Cookie: wisp-%s=%s".formatted(server.port(), server.token());
    assertThat(raw("GET /api/project", "Host: HOST", cookie)).startsWith("HTTP/1.1 200");
  }

  @Test
  void otherNamesAndOtherPagesAreRefused() throws IOException {
    assertThat(raw("GET /api/project", "Host: evil.example", bearer())).startsWith("HTTP/1.1 403");
    assertThat(raw("GET /api/project", "Host: 127.0.0.1.evil.example", bearer()))
        .startsWith("HTTP/1.1 403");
    assertThat(raw("GET /api/project", "Host: HOST", "Origin: http://evil.example", bearer()))
        .startsWith("HTTP/1.1 403");
    assertThat(raw("GET /api/project", "Host: HOST", "Origin: null", bearer()))
        .startsWith("HTTP/1.1 403");
    assertThat(raw("GET /api/project", "Host: HOST", "Sec-Fetch-Site: cross-site", bearer()))
        .startsWith("HTTP/1.1 403");
    assertThat(raw("GET /api/project", "Host: HOST", "Origin: http://HOST", bearer()))
        .startsWith("HTTP/1.1 200");
    assertThat(raw("GET /api/project", "Host: localhost:1", bearer())).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../project.db",
        "/page/../../project.db",
        "/%2e%2e/project.db",
        "/..%2fproject.db",
        "/%2e%2e%2fproject.db",
        "/api/scans/..%2f..%2fproject.db/volume.nii.gz",
        "/api/scans/%2e%2e/volume.nii.gz",
        "/api/scans/a/corrections/..%2f..%2fproject.db",
        "/api/jobs/..%2f1/log",
        "/api/models/..%2f../outlines",
        "/project.db",
        "/module-info.class",
        "/io/wisp/serve/Workbench.class",
      })
  void noPathLeadsOut(String path) throws IOException {
    String answer = raw("GET " + path, "Host: HOST", bearer());
    assertThat(answer).matches("(?s)HTTP/1.1 (400|404) .*").doesNotContain("SQLite format");
  }

  @Test
  void answersForbidWhatAPageMustNotDo() throws IOException {
    assertThat(raw("GET /?token=" + server.token(), "Host: HOST"))
        .contains("Content-Security-Policy: default-src 'self';")
        .doesNotContain("unsafe-inline")
        .doesNotContain("Server:")
        .contains("X-Content-Type-Options: nosniff")
        .contains("Referrer-Policy: no-referrer");
  }

  @Test
  void anUploadThatIsTooLargeIsRefused() throws IOException {
    HttpResponse<byte[]> answer = server.upload(Map.of("x.nii", new byte[300_000]));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(uploaded()).isZero();
  }

  @Test
  void aZipThatUnpacksToTooMuchIsRefused() throws IOException {
    byte[] bomb = ScansTest.zip(Map.of("x.nii", new byte[20_000_000]));
    assertThat(bomb.length).isLessThan(100_000);
    HttpResponse<byte[]> answer = server.upload(Map.of("bomb.zip", bomb));
    assertThat(TestServer.text(answer)).contains("bomb.zip").contains("unpacks to more than");
    assertThat(uploaded()).isZero();
  }

  @Test
  void aZipThatLeadsOutIsRefused() throws IOException {
    byte[] slip = ScansTest.zip(Map.of("../../../evil.nii", new byte[400]));
    HttpResponse<byte[]> answer = server.upload(Map.of("slip.zip", slip));
    assertThat(TestServer.text(answer)).contains("leads out");
    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all.filter(file -> file.toString().contains("evil"))).isEmpty();
    }
  }

  @Test
  void namesThatLeadOutStayInside() throws IOException {
    TestServer.writeScan(folder.resolve("x.nii.gz"));
    byte[] scan = Files.readAllBytes(folder.resolve("x.nii.gz"));
    server.upload(Map.of("../../../evil.nii.gz", scan));
    assertThat(server.json("/api/scans").path(0).path("id").asText()).isEqualTo("evil");
    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all.filter(file -> file.endsWith("evil.nii.gz")))
          .allMatch(file -> file.startsWith(folder.resolve("project/scans")));
    }
  }

  @Test
  void nonsenseGetsASentence() {
    for (String body : new String[] {"", "[]", "{", "{\"entries\": 7}", "null", "{\"x\": 1}"}) {
      HttpResponse<byte[]> answer =
          server.post("/api/labels", body.getBytes(UTF_8), "application/json");
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(TestServer.tree(answer).path("error").asText()).isNotBlank();
    }
    assertThat(server.get("/api/scans/zzz/slices.bin").statusCode()).isEqualTo(404);
    assertThat(server.get("/api/nothing").statusCode()).isEqualTo(404);
    assertThat(server.send(server.request("/api/scans").DELETE().build()).statusCode())
        .isEqualTo(405);
  }

  @Test
  void oneServerAProject() {
    assertThatThrownBy(() -> new TestServer(folder.resolve("project")))
        .isInstanceOf(FolderInUse.class);
  }

  /** Files that an upload has left. */
  private long uploaded() throws IOException {
    Path scans = folder.resolve("project/scans");
    if (!Files.exists(scans)) {
      return 0;
    }
    try (Stream<Path> all = Files.walk(scans)) {
      return all.filter(Files::isRegularFile).count();
    }
  }
}
