package io.wisp.golden;

import io.wisp.StopSignal;
import io.wisp.UserError;
import io.wisp.engine.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs every golden file that Wisp knows, by the {@code kind} in its metadata: all of them in
 * float32, which they were made in, and the networks once more in the engine's own number format,
 * with a wider bound. A checkpoint {@code X.pt} beside {@code X.safetensors} must give the golden
 * values of that file.
 *
 * <pre>{@code
 * GoldenSuite.Outcome outcome = GoldenSuite.runShipped(engine, new StopSignal());
 * boolean healthy = outcome.passes();
 * }</pre>
 */
public final class GoldenSuite {
  private static final List<String> ENDINGS = List.of(".safetensors", ".pt", ".pth");

  private GoldenSuite() {}

  /**
   * The findings, in the order of the file names.
   *
   * @param results of the files that Wisp knows, and of those that cannot be read
   * @param skipped files of other kinds, and quantities that Wisp does not compute
   */
  public record Outcome(List<GoldenResult> results, List<GoldenSkip> skipped) {
    public Outcome {
      results = List.copyOf(results);
      skipped = List.copyOf(skipped);
    }

    public boolean passes() {
      return failures() == 0;
    }

    /** The number of results beyond their bound. */
    public long failures() {
      return results.stream().filter(result -> !result.passes()).count();
    }
  }

  /**
   * Checks the engine against the golden files that ship with Wisp.
   *
   * @throws java.util.concurrent.CancellationException if a stop is requested before the last file
   */
  public static Outcome runShipped(Engine engine, StopSignal stop) {
    try (ShippedGoldens shipped = ShippedGoldens.unpack()) {
      return run(shipped.folder(), engine, stop);
    }
  }

  /**
   * Checks the engine against all files of a folder. A file that is damaged or does not fit
   * together counts as failed, with a note.
   *
   * @throws UserError if the folder cannot be read or holds nothing that Wisp can check
   * @throws java.util.concurrent.CancellationException if a stop is requested before the last file
   */
  public static Outcome run(Path folder, Engine engine, StopSignal stop) {
    Engine own = engine.with(engine.precision()); // a format is judged here, not proved before
    List<GoldenResult> results = new ArrayList<>();
    List<GoldenSkip> skipped = new ArrayList<>();
    for (Path path : files(folder)) {
      stop.throwIfRequested();
      Findings findings = FileCheck.run(path, own);
      results.addAll(findings.results());
      skipped.addAll(findings.skipped());
    }
    if (results.isEmpty()) {
      throw new UserError(nothingIn(folder, skipped));
    }
    return new Outcome(results, skipped);
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths
          .filter(path -> ENDINGS.stream().anyMatch(path.toString()::endsWith))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UserError(
          "The folder of golden files %s cannot be read: check its name.".formatted(folder), e);
    }
  }

  private static String nothingIn(Path folder, List<GoldenSkip> skipped) {
    String found =
        skipped.stream()
            .map(skip -> "%s (%s: %s)".formatted(skip.file(), skip.what(), skip.reason()))
            .collect(Collectors.joining(", "));
    return "%s holds no golden file that Wisp can check: it wants .safetensors files whose metadata 'kind' is one of %s. Found: %s."
        .formatted(folder, String.join(", ", GoldenKind.names()), found.isEmpty() ? "none" : found);
  }
}
