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
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
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

  /** Presses keys of a second each; how many were answered. */
  private static int labelUntilKilled(Path project) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Server.class.getName(),
                project.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    AtomicInteger answered = new AtomicInteger();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = out.readLine();
      while (line != null && !line.startsWith("http")) {
        line = out.readLine();
      }
      URI link = URI.create(line);
      Thread keys = new Thread(() -> press(link, answered));
      keys.start();
      while (answered.get() < ENOUGH && keys.isAlive()) {
        Thread.sleep(5);
      }
      process.destroyForcibly().waitFor();
      keys.join();
    }
    return answered.get();
  }

  private static void press(URI link, AtomicInteger answered) {
    HttpClient client = HttpClient.newHttpClient();
    String token = link.getQuery().substring("token=".length());
    try {
      while (true) {
        int i = answered.get();
        String body =
            "{\"millis\": 1000, \"entries\": [{\"scan\": \"a\", \"from\": %s, \"to\": %s, \"value\": \"%s\"}]}"
                .formatted(i % 10, i % 10, i / 10 % 2 == 0 ? "yes" : "no");
        HttpRequest request =
            HttpRequest.newBuilder(link.resolve("/api/labels"))
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString(body))
                .build();
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
