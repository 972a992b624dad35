package io.wisp.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wisp.BadFile;
import io.wisp.Remedy;
import io.wisp.UserError;
import io.wisp.activation.RunKind;
import io.wisp.base.AtomicFile;
import io.wisp.base.FolderLock;
import io.wisp.base.Folders;
import io.wisp.base.SettingsTree;
import io.wisp.network.FileSource;
import io.wisp.report.Illustration;
import io.wisp.report.LossChart;
import io.wisp.report.LossCurve;
import io.wisp.slices.SliceRecipe;
import io.wisp.weights.Safetensors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The folder of one run.
 *
 * <ul>
 *   <li>{@code config.yaml}: {@link RunSettings}
 *   <li>{@code run.json}: what was trained, versions, device, store; where the training diverged;
 *       of a classifier also its scores
 *   <li>{@code slices.json}: the {@link SliceRecipe} of the images, so that new scans are cut the
 *       same way
 *   <li>{@code split.csv}: which patient was trained on
 *   <li>{@code metrics.csv}, {@code loss.png}
 *   <li>{@code samples.png} of a diffusion model, {@code noise_levels.csv} of a classifier
 *   <li>{@code pseudo} and {@code rounds} of a student: its masks, and a run folder per round
 *   <li>{@code checkpoint.safetensors}: to resume from
 *   <li>{@code weights.safetensors}: the averaged weights, to use
 *   <li>{@code .lock} while something is writing to it, see {@link FolderLock}
 * </ul>
 *
 * @param path of the folder
 */
public record RunFolder(Path path) {
  private static final String KIND = "kind";
  private static final String DIVERGENCES = "divergences";

  /** An existing run. */
  public static RunFolder open(Path path) {
    RunFolder folder = new RunFolder(path);
    if (!Files.exists(folder.config())) {
      throw new BadFile(
          path,
          "%s is no run folder: it has no config.yaml. Give the folder of a training."
              .formatted(path),
          Remedy.TRAIN);
    }
    return folder;
  }

  /**
   * An existing run of a kind.
   *
   * @throws UserError if there is no run, or one of another kind
   */
  public static RunFolder open(Path path, RunKind kind) {
    RunFolder folder = open(path);
    folder.require(kind);
    return folder;
  }

  /** What was trained; runs of the first versions do not record it, and are diffusion models. */
  public RunKind kind() {
    JsonNode said = Files.exists(facts()) ? SettingsTree.readYaml(facts()).get(KIND) : null;
    return said == null
        ? RunKind.DIFFUSION
        : SettingsTree.as(RunKind.class, said, facts().toString());
  }

  void require(RunKind kind) {
    if (kind() != kind) {
      throw new BadFile(
          path,
          "The run %s is of %s, but %s is needed here."
              .formatted(path, kind().description(), kind.description()),
          Remedy.TRAIN);
    }
  }

  public Path config() {
    return path.resolve("config.yaml");
  }

  public Path weights() {
    return path.resolve("weights.safetensors");
  }

  public Path split() {
    return path.resolve("split.csv");
  }

  public Path samples() {
    return path.resolve("samples.png");
  }

  Path noiseLevels() {
    return path.resolve("noise_levels.csv");
  }

  /**
   * The averaged weights, to make a network from.
   *
   * @throws UserError if there are none yet
   */
  public FileSource averagedWeights() {
    if (!Files.exists(weights())) {
      throw new BadFile(
          path, "The run %s has no weights yet: train it to its first checkpoint.".formatted(path));
    }
    return new FileSource(Safetensors.read(weights()));
  }

  Path checkpoint() {
    return path.resolve("checkpoint.safetensors");
  }

  Path metrics() {
    return path.resolve("metrics.csv");
  }

  Path lossPicture() {
    return path.resolve("loss.png");
  }

  private Path slices() {
    return path.resolve("slices.json");
  }

  private Path facts() {
    return path.resolve("run.json");
  }

  /** The settings of the run. */
  public RunSettings settings() {
    return settings(List.of());
  }

  /** The run's settings with some changed, such as {@code map.tau=0}. */
  public RunSettings settings(List<String> assignments) {
    return settings(SettingChanges.of(assignments));
  }

  /** The run's settings with changes. */
  public RunSettings settings(SettingChanges changes) {
    ObjectNode tree = SettingsTree.readYaml(config());
    return RunSettings.of(Presets.completed(tree, config().toString()), changes);
  }

  /** How the run's images were cut. */
  public SliceRecipe sliceRecipe() {
    return SettingsTree.as(SliceRecipe.class, SettingsTree.readYaml(slices()), slices().toString());
  }

  /** The loss over the steps. */
  public LossCurve lossCurve() {
    return MetricsLog.curve(metrics());
  }

  /** Versions, device and the rest, as written when the run began. */
  public String factsText() {
    try {
      return Files.readString(facts());
    } catch (IOException e) {
      throw new BadFile(
          facts(), "%s cannot be read: is the run folder whole?".formatted(facts()), e);
    }
  }

  /** Seconds of training up to the checkpoint, over all sessions; 0 if there is none. */
  public double trainedSeconds() {
    return hasCheckpoint()
        ? Double.parseDouble(Safetensors.read(checkpoint()).metadata().get("seconds"))
        : 0;
  }

  /** Steps of training up to the checkpoint; 0 if there is none. */
  public int trainedSteps() {
    return hasCheckpoint()
        ? Integer.parseInt(Safetensors.read(checkpoint()).metadata().get("step"))
        : 0;
  }

  boolean hasCheckpoint() {
    return Files.exists(checkpoint());
  }

  /** Writes what is known before the first step; the config last, since it marks a run. */
  public void begin(RunSettings settings, SliceRecipe recipe, Path storeSplit, RunFacts runFacts) {
    Folders.make(path);
    try {
      AtomicFile.replaceText(slices(), SettingsTree.JSON.writeValueAsString(recipe));
      AtomicFile.replaceText(facts(), SettingsTree.JSON.writeValueAsString(runFacts));
      AtomicFile.replaceText(split(), Files.readString(storeSplit));
      AtomicFile.replaceText(config(), SettingsTree.toYaml(settings));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the run folder " + path, e);
    }
  }

  /** Replaces the run's settings if they differ. */
  public void keep(RunSettings settings) {
    if (!settings.equals(settings())) {
      AtomicFile.replaceText(config(), SettingsTree.toYaml(settings));
    }
  }

  /**
   * Combines several runs into one: their logs concatenated, and the weights of one of them.
   *
   * @param parts run folders, in their order
   * @param best the one whose weights are used; it has some
   */
  public void join(List<RunFolder> parts, RunFolder best) {
    MetricsLog.join(parts.stream().map(RunFolder::metrics).toList(), metrics());
    drawLoss();
    AtomicFile.replace(
        weights(),
        target -> {
          try (FileChannel source = FileChannel.open(best.weights())) {
            long size = source.size();
            for (long at = 0; at < size; ) {
              at += source.transferTo(at, size - at, target);
            }
          }
        });
  }

  /** Draws the loss logged so far. */
  void drawLoss() {
    Illustration.write(lossPicture(), file -> new LossChart(lossCurve()).write(file));
  }

  /** The divergences of the training, in order of time. */
  List<Divergence> divergences() {
    JsonNode noted = SettingsTree.readYaml(facts()).path(DIVERGENCES);
    List<Divergence> divergences = new ArrayList<>();
    noted.forEach(n -> divergences.add(SettingsTree.as(Divergence.class, n, facts().toString())));
    return divergences;
  }

  /** Records a divergence, unless a training that was killed afterwards has recorded it already. */
  void add(Divergence divergence) {
    List<Divergence> all = divergences();
    if (!all.contains(divergence)) {
      all.add(divergence);
      addFact(DIVERGENCES, all);
    }
  }

  /** Adds an entry to {@code run.json}, or replaces it. */
  void addFact(String name, Object value) {
    ObjectNode all = SettingsTree.readYaml(facts());
    all.set(name, SettingsTree.JSON.valueToTree(value));
    AtomicFile.replaceText(facts(), all.toPrettyString());
  }
}
