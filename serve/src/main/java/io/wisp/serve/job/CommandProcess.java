package io.wisp.serve.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A command of Wisp as a process of its own, which writes to a log. */
final class CommandProcess {
  private static final String PREFIX = "wisp: ";
  private static final int SIGINT = 130;

  /** Beginnings that lie closer are the same: the clock may have been set since. */
  private static final long SAME_MILLIS = 2000;

  private static final int SIGTERM = 143;

  private final Process process;
  private final Path log;
  private final long logStart;

  private CommandProcess(Process process, Path log, long logStart) {
    this.process = process;
    this.log = log;
    this.logStart = logStart;
  }

  /**
   * How it ended.
   *
   * @param good whether it did what it was to do
   * @param signalled whether somebody asked it to end
   * @param error what it said, if not
   */
  record Ending(boolean good, boolean signalled, String error) {}

  /**
   * @param line the whole command line
   * @param shown its arguments as they are typed, for the log
   */
  static CommandProcess start(List<String> line, List<String> shown, Path folder, Path log)
      throws IOException {
    Files.createDirectories(log.getParent());
    Files.writeString(
        log,
        "$ wisp " + String.join(" ", shown) + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    long start = Files.size(log);
    Process process =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    process.getOutputStream().close();
    return new CommandProcess(process, log, start);
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** Asks it to save and end. */
  void end() {
    process.destroy();
  }

  /** Waits for its end; whether that has come. */
  boolean await(long millis) throws InterruptedException {
    return process.waitFor(millis, TimeUnit.MILLISECONDS);
  }

  Ending ending() throws IOException {
    int code = process.exitValue();
    return code == 0
        ? new Ending(true, false, "")
        : new Ending(false, code == SIGINT || code == SIGTERM, lastWords());
  }

  /** The last sentence that it printed for people, or its last line. */
  private String lastWords() throws IOException {
    byte[] all = Files.readAllBytes(log);
    String own =
        new String(
            all,
            (int) logStart,
            all.length - (int) logStart,
            java.nio.charset.StandardCharsets.UTF_8);
    List<String> lines = own.lines().filter(line -> !line.isBlank()).toList();
    return lines.stream()
        .filter(line -> line.startsWith(PREFIX))
        .reduce((first, second) -> second)
        .map(line -> line.substring(PREFIX.length()))
        .or(() -> lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(lines.size() - 1)))
        .orElse("The command ended with code %s.".formatted(process.exitValue()));
  }

  /**
   * Ends a process that an earlier server began, if it is still the same one.
   *
   * @param pid null if there was none
   * @param begun in milliseconds since 1970
   */
  static void endLeftOver(Long pid, Long begun, long millis) {
    if (pid == null) {
      return;
    }
    ProcessHandle.of(pid)
        .filter(
            handle ->
                handle
                    .info()
                    .startInstant()
                    .map(Instant::toEpochMilli)
                    .filter(start -> Math.abs(start - begun) < SAME_MILLIS)
                    .isPresent())
        .ifPresent(handle -> end(handle, millis));
  }

  private static void end(ProcessHandle handle, long millis) {
    handle.destroy();
    try {
      handle.onExit().get(millis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      handle.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
