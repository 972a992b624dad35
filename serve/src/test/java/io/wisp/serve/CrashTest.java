package io.wisp.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed in the middle of labelling. */
class CrashTest {
  private static final int ENOUGH = 20;

  @TempDir Path folder;

  /** Runs in a process of its own: serves a project and prints its link. */
  public static final class Server {
    private Server() {}

    public static void main(String[] arguments) throws InterruptedException {
      Workbench workbench =
          Workbench.open(Path.of(arguments[0]), "127.0.0.1", 0, TestServer.fake());
      System.out.println(workbench.link());
      Thread.sleep(Long.MAX_VALUE);
    }
  }

  @Test
  void nothingThatWasAnsweredIsLost() throws IOException, InterruptedException {
    Path project = folder.resolve("project");
    TestServer.writeScan(folder.resolve("scans/a_flair.nii.gz"));
    try (TestServer before = new TestServer(project)) {
      before.addFolder(folder.resolve("scans"));
    }
    int answered = labelUntilKilled(project);
    try (TestServer after = new TestServer(project)) {
      int kept = after.json("/api/labels/effort?name=object").path("seconds").asInt();
      assertThat(kept).isBetween(answered, answered + 1);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aJobThatTheServerLeftBehindGoesOn() throws IOException, InterruptedException {
    Path project = folder.resolve("project");
    TestServer.writeScan(folder.resolve("scans/a_flair.nii.gz"));
    try (TestServer before = new TestServer(project)) {
      before.addFolder(folder.resolve("scans"));
      before.post(
          "/api/labels",
          "{'entries': [{'scan': 'a', 'from': 0, 'to': 4, 'value': 'yes'},"
              + " {'scan': 'a', 'from': 5, 'to': 9, 'value': 'no'}]}");
    }
    Files.createFile(project.resolve("wait"));
    Path started = project.resolve("models/m/teacher/diffusion/metrics.csv");
    Process process = start(project);
    URI link = link(process);
    String job = "{\"kind\": \"learn\", \"name\": \"m\", \"preset\": \"demo\", \"minutes\": 1}";
    HttpClient.newHttpClient().send(request(link, "/api/jobs", job), BodyHandlers.discarding());
    while (!Files.exists(started)) {
      Thread.sleep(10);
    }
    process.destroyForcibly().waitFor();
    try (TestServer after = new TestServer(project)) {
      Path log = project.resolve("jobs/1/log.txt");
      while (!Files.readString(log).contains("saved")) {
        Thread.sleep(10);
      }
      Files.delete(project.resolve("wait"));
      while (!after.json("/api/jobs/1").path("state").asText().equals("done")) {
        Thread.sleep(10);
      }
      assertThat(Files.readString(log)).contains("resumed");
    }
  }

  private static Process start(Path project) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Server.class.getName(),
            project.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** The link that it prints. */
  private static URI link(Process process) throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = out.readLine();
    while (line != null && !line.startsWith("http")) {
      line = out.readLine();
    }
    return URI.create(line);
  }

  private static HttpRequest request(URI link, String path, String body) {
    return HttpRequest.newBuilder(link.resolve(path))
        .header("Authorization", "Bearer " + link.getQuery().substring("token=".length()))
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  /** Presses keys of a second each; how many were answered. */
  private static int labelUntilKilled(Path project) throws IOException, InterruptedException {
    Process process = start(project);
    URI link = link(process);
    AtomicInteger answered = new AtomicInteger();
    Thread keys = new Thread(() -> press(link, answered));
    keys.start();
    while (answered.get() < ENOUGH && keys.isAlive()) {
      Thread.sleep(5);
    }
    process.destroyForcibly().waitFor();
    keys.join();
    return answered.get();
  }

  private static void press(URI link, AtomicInteger answered) {
    HttpClient client = HttpClient.newHttpClient();
    try {
      while (true) {
        int i = answered.get();
        String body =
            "{\"millis\": 1000, \"entries\": [{\"scan\": \"a\", \"from\": %s, \"to\": %s, \"value\": \"%s\"}]}"
                .formatted(i % 10, i % 10, i / 10 % 2 == 0 ? "yes" : "no");
        HttpRequest request = request(link, "/api/labels", body);
        if (client.send(request, BodyHandlers.discarding()).statusCode() != 200) {
          return;
        }
        answered.incrementAndGet();
      }
    } catch (IOException e) {
      return; // it was killed
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
