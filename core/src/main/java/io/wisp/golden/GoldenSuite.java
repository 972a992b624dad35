package io.wisp.golden;

import io.wisp.UserError;
import io.wisp.engine.Engine;
import io.wisp.engine.Scope;
import io.wisp.network.UNetConfig;
import io.wisp.weights.Safetensors;
import io.wisp.weights.TensorFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs every golden file that Wisp knows, by the {@code kind} in its metadata. */
public final class GoldenSuite {
  private static final Map<String, GoldenCheck> CHECKS =
      Map.of(
          "UNetModel", NetworkChecks::unet,
          "EncoderUNetModel", NetworkChecks::encoder,
          "schedule", DiffusionChecks::schedule,
          "diffusion", DiffusionChecks::diffusion,
          "algorithm1", DiffusionChecks::algorithm1,
          "otsu", MaskChecks::otsu,
          "metrics", MaskChecks::metrics);

  private GoldenSuite() {}

  /**
   * What was found in a folder.
   *
   * @param results of the files that Wisp knows
   * @param skipped names of files of other kinds
   */
  public record Outcome(List<GoldenResult> results, List<String> skipped) {
    public boolean passes() {
      return results.stream().allMatch(GoldenResult::passes);
    }
  }

  /** Checks all files of a folder on the engine. */
  public static Outcome run(Path folder, Engine engine) {
    List<GoldenResult> results = new ArrayList<>();
    List<String> skipped = new ArrayList<>();
    for (Path path : files(folder)) {
      TensorFile file = Safetensors.read(path);
      String name = path.getFileName().toString();
      GoldenCheck check = CHECKS.get(file.metadata().getOrDefault("kind", ""));
      if (check == null) {
        skipped.add(name);
        continue;
      }
      try (Scope scope = new Scope()) {
        results.addAll(check.run(name, file, engine));
      }
    }
    return new Outcome(results, skipped);
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.filter(p -> p.toString().endsWith(".safetensors")).sorted().toList();
    } catch (IOException e) {
      throw new UserError("The folder of golden files %s cannot be read.".formatted(folder), e);
    }
  }

  /** The network named {@code unet_basic}, whose configuration lies in the file of that name. */
  static UNetConfig basicNetwork(TensorFile file) {
    Path basic = file.source().resolveSibling(file.metadata().get("model") + ".safetensors");
    return Goldens.config(Safetensors.read(basic), "config");
  }
}
