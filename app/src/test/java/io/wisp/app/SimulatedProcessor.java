package io.wisp.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;

/**
 * What {@link SimulatedProcessorTest} runs in a process of its own: checks the machine, trains,
 * scores, and asks for bfloat16. Arguments: store, folder of golden files, folder to make.
 */
final class SimulatedProcessor {
  private SimulatedProcessor() {}

  public static void main(String[] arguments) {
    String store = arguments[0];
    String goldens = arguments[1];
    String folder = arguments[2];
    List<String> train = List.of("train", "diffusion", store, "--progress=never", "--device=cpu");
    List<String> learning =
        TinyModel.options(
            "train.steps=12", "train.batch=8", "train.warmup=2", "train.learning_rate=2e-3");
    run(List.of("doctor", "--json", "--golden", goldens, "--device=cpu"));
    run(join(train, List.of("--out", folder + "/run"), learning));
    run(
        List.of(
            "evaluate",
            "--model",
            folder + "/run",
            store,
            "--out",
            folder + "/results",
            "--progress=never",
            "--device=cpu"));
    run(
        join(
            train,
            List.of("--out", folder + "/asked", "--precision=bfloat16"),
            TinyModel.options("train.steps=2")));
    System.exit(0); // as the program ends: native threads do not keep it
  }

  /** Runs a command, and says with which code it ended. */
  private static void run(List<String> command) {
    PrintWriter out = new PrintWriter(System.out, true, UTF_8);
    int code = Main.run(out, out, command.toArray(String[]::new));
    out.printf("%nexit code of %s: %s%n", command.get(0), code);
  }

  private static List<String> join(List<String> first, List<String> second, List<String> third) {
    return Stream.of(first, second, third).flatMap(List::stream).toList();
  }
}
