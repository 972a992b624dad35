package io.wisp.app;

import io.wisp.UserError;
import io.wisp.base.FolderLock;
import io.wisp.base.Folders;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wisp demo}: the whole way once, by the commands that a user would type. */
@Command(
    name = "demo",
    sortOptions = false,
    description = {
      "Does everything once, in a few minutes on two CPU cores: makes phantom brain scans, prepares"
          + " slices, trains a diffusion model on their labels, outlines lesions in patients it has"
          + " not seen, and writes a report.",
      "",
      "Each step is printed as its command.",
      ""
    })
final class DemoCommand implements Callable<Integer> {
  @Option(
      names = "--out",
      defaultValue = "wisp-demo",
      paramLabel = "DIR",
      description = "Output folder. Default: ${DEFAULT-VALUE}.")
  private Path out;

  @Option(
      names = "--seed",
      defaultValue = "7",
      paramLabel = "N",
      description = "Seed of phantoms, split and weights. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(names = "--overwrite", description = "Replace an earlier demo in DIR.")
  private boolean overwrite;

  @Mixin private ProgressOption progress;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try (FolderLock lock = FolderLock.beside(out)) {
      return runSteps();
    }
  }

  private int runSteps() {
    clear();
    PrintWriter screen = spec.commandLine().getOut();
    long start = System.nanoTime();
    String cases = out.resolve("phantoms").toString();
    String store = out.resolve("store").toString();
    String run = out.resolve("run").toString();
    String results = out.resolve("results").toString();
    List<List<String>> steps =
        List.of(
            List.of("phantom", cases, "--cases", "40", "--seed", "" + seed),
            List.of(
                "prepare", cases, store, "--size", "32", "--split", "0.75", "--seed", "" + seed),
            List.of(
                "train",
                "diffusion",
                store,
                "--out",
                run,
                "--preset",
                "demo",
                "--max-time",
                "270s"),
            List.of("evaluate", "--model", run, store, "--out", results, "--with-published"));
    for (List<String> step : steps) {
      screen.printf("%n$ wisp %s%n", String.join(" ", step));
      int code = execute(step);
      if (code != 0) {
        return code;
      }
    }
    screen.printf(
        Locale.ROOT,
        "%nDone in %.1f minutes. Open %s%n",
        (System.nanoTime() - start) * 1e-9 / 60,
        out.resolve("results").resolve("report.html"));
    return 0;
  }

  private int execute(List<String> step) {
    CommandLine line =
        Main.commandLine(progress.interruption())
            .setOut(spec.commandLine().getOut())
            .setErr(spec.commandLine().getErr());
    String[] arguments =
        Stream.concat(step.stream(), Stream.of("--progress", progress.text()))
            .toArray(String[]::new);
    return Main.run(line, arguments);
  }

  /** Makes room: an earlier demo goes only if it was asked for and is one. */
  private void clear() {
    if (!Files.exists(out)) {
      return;
    }
    if (!overwrite) {
      throw new UserError("%s exists already: give --overwrite, or another --out.".formatted(out));
    }
    if (!Files.isDirectory(out.resolve("phantoms"))) {
      throw new UserError(
          "%s is no earlier demo, so it is not replaced: give another --out.".formatted(out));
    }
    try {
      Folders.remove(out);
    } catch (IOException e) {
      throw new UserError("%s cannot be removed: %s".formatted(out, e.getMessage()), e);
    }
  }
}
