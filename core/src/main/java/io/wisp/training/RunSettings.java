package io.wisp.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wisp.SettingsTree;
import io.wisp.UserError;
import io.wisp.activation.ClassActivationSettings;
import io.wisp.activation.ContrastSettings;
import io.wisp.activation.GuidanceSettings;
import io.wisp.activation.MapSettings;
import io.wisp.activation.PerturbationSettings;
import io.wisp.activation.SupervisedSettings;
import io.wisp.activation.TranslationSettings;
import io.wisp.mask.MaskRecipe;
import io.wisp.network.UNetConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a run is made of; its YAML is the run folder's {@code config.yaml}.
 *
 * @param network the noise predictor
 * @param diffusion the process
 * @param train how it is trained
 * @param classifier the classifier, and how it is trained
 * @param segmenter how the supervised segmenter is trained
 * @param student how self-training goes on from the maps
 * @param contrast which label is sought, against which
 * @param map how Algorithm 1 makes activation maps
 * @param cgCdm how CG-CDM guides it
 * @param cgDiff how CG-Diff makes maps
 * @param cam how class activation maps are made
 * @param fsl how masks are made of the segmenter's probabilities
 * @param mask how masks are made of the maps of all other methods
 */
public record RunSettings(
    UNetConfig network,
    DiffusionSettings diffusion,
    TrainSettings train,
    ClassifierSettings classifier,
    SegmenterSettings segmenter,
    StudentSettings student,
    ContrastSettings contrast,
    PerturbationSettings map,
    GuidanceSettings cgCdm,
    TranslationSettings cgDiff,
    ClassActivationSettings cam,
    SupervisedSettings fsl,
    MaskRecipe mask) {

  /** The presets that ship with Wisp, smallest first. */
  public static final List<String> PRESETS =
      List.of("demo", "small", "small-chaos", "paper-brats", "paper-chaos");

  /** What the preset paper-brats was called first. */
  private static final String PAPER = "paper";

  public RunSettings {
    int wanted = diffusion.variance().outChannels(network.inChannels());
    if (network.outChannels() != wanted) {
      throw new UserError(
          "network.out_channels is %s, but %s input channels and a %s variance need %s."
              .formatted(
                  network.outChannels(),
                  network.inChannels(),
                  diffusion.variance().name().toLowerCase(java.util.Locale.ROOT),
                  wanted));
    }
    if (network.numClasses() < 2) {
      throw new UserError(
          "network.num_classes is " + network.numClasses() + ", but the method needs at least 2.");
    }
    contrast.requireAmong(network.numClasses());
    map.requireTraining(train.labelDropout());
    train.focus().requireWithin(diffusion.steps());
    classifier.train().focus().requireWithin(diffusion.steps());
    requireLabels("classifier", classifier.train());
    requireLabels("segmenter", segmenter.train());
    for (int level : map.noiseLevels()) {
      if (level >= diffusion.steps()) {
        throw new UserError(
            "map.noise_levels holds %s, but diffusion.steps is %s: levels go from 0 to %s."
                .formatted(level, diffusion.steps(), diffusion.steps() - 1));
      }
    }
  }

  private static void requireLabels(String name, TrainSettings train) {
    if (train.labelDropout() != 0) {
      throw new UserError(
          "%s.train.label_dropout is %s, but only the diffusion model is told labels: set it to 0."
              .formatted(name, train.labelDropout()));
    }
  }

  /**
   * The network of segmenter and student: the noise predictor's without conditions, with one logit
   * a pixel.
   */
  public UNetConfig segmenterNetwork() {
    return network.withoutConditions(1);
  }

  /** Whether networks (but students) are trained alike; how they are used may differ. */
  public boolean sameTraining(RunSettings other) {
    return network.equals(other.network)
        && diffusion.equals(other.diffusion)
        && train.equals(other.train)
        && classifier.equals(other.classifier)
        && segmenter.equals(other.segmenter);
  }

  /** The settings of all methods. */
  public MapSettings maps() {
    return new MapSettings(
        contrast, map, cgCdm, cgDiff, cam, fsl, new SupervisedSettings(student.threshold()));
  }

  /**
   * A tree of an earlier version: what has come since in training, maps and masks is left out, the
   * rest is as in the preset small.
   */
  static ObjectNode completed(ObjectNode tree, String origin) {
    ObjectNode base =
        SettingsTree.overlay(presetTree("small"), resource("earlier"), "earlier runs");
    base.set("map", SettingsTree.tree(PerturbationSettings.published()));
    base.set("mask", SettingsTree.tree(MaskRecipe.published()));
    return SettingsTree.overlay(base, EarlierNames.replaced(tree), origin);
  }

  /** The settings of a preset, as a tree with every name that there is. */
  public static ObjectNode presetTree(String asked) {
    String name = asked.equals(PAPER) ? "paper-brats" : asked;
    if (!PRESETS.contains(name)) {
      throw new UserError(
          "There is no preset '%s'; there are: %s.".formatted(name, String.join(", ", PRESETS)));
    }
    ObjectNode given = resource(name);
    return SettingsTree.overlay(basis(given), given, "preset " + name);
  }

  private static ObjectNode resource(String name) {
    try (InputStream stream =
        RunSettings.class.getResourceAsStream("/io/wisp/presets/" + name + ".yaml")) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return SettingsTree.parseYaml(text, "preset " + name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a preset's own lines go over: the preset that it says it is like, or the defaults. */
  private static ObjectNode basis(ObjectNode given) {
    JsonNode like = given.remove("like");
    if (like != null) {
      return presetTree(like.asText());
    }
    ObjectNode basis = given.deepCopy();
    basis.set("network", SettingsTree.tree(UNetConfig.defaults()));
    return basis;
  }

  /**
   * A preset, overlaid by a file and by assignments.
   *
   * @param file settings in YAML, or null
   * @param assignments such as {@code train.steps=2000}
   */
  public static RunSettings of(String preset, Path file, List<String> assignments) {
    return of(presetTree(preset), new SettingChanges(Optional.ofNullable(file), assignments));
  }

  /** A tree of settings, overlaid by assignments. */
  public static RunSettings of(ObjectNode tree, List<String> assignments) {
    return of(tree, SettingChanges.of(assignments));
  }

  /** A tree of settings with changes. */
  public static RunSettings of(ObjectNode tree, SettingChanges changes) {
    return SettingsTree.as(RunSettings.class, changes.over(tree), "settings");
  }

  /** These settings, overlaid by assignments. */
  public RunSettings with(List<String> assignments) {
    return of(SettingsTree.tree(this), assignments);
  }

  /**
   * These settings with maps and masks made as the paper's code makes them: Q 400, R 10, τ 0.95 in
   * Algorithm 1, and Otsu on each map. The labels compared stay.
   *
   * @throws UserError if the diffusion process has fewer steps than these noise levels ask
   */
  public RunSettings asPublished() {
    return with(publishedAssignments());
  }

  /** What {@link #asPublished} changes, by its names. */
  public static List<String> publishedAssignments() {
    ObjectNode published = SettingsTree.tree(MapSettings.published());
    published.remove("contrast");
    published.set("mask", SettingsTree.tree(MaskRecipe.published()));
    return published.properties().stream()
        .flatMap(
            section ->
                section.getValue().properties().stream()
                    .map(one -> section.getKey() + "." + one.getKey() + "=" + one.getValue()))
        .toList();
  }

  /** How the networks are used, but not how they are trained, as assignments. */
  public List<String> useAssignments() {
    ObjectNode all = SettingsTree.tree(this);
    return List.of("contrast", "map", "cg_cdm", "cg_diff", "cam", "fsl", "student", "mask").stream()
        .map(section -> section + "=" + all.get(section))
        .toList();
  }

  /** A preset as it is. */
  public static RunSettings preset(String name) {
    return of(name, null, List.of());
  }
}
