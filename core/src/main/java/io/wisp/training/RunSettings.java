package io.wisp.training;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wisp.BadSetting;
import io.wisp.UserError;
import io.wisp.activation.ContrastSettings;
import io.wisp.activation.MapMethods;
import io.wisp.activation.MapSettings;
import io.wisp.activation.MethodSection;
import io.wisp.activation.MethodSettings;
import io.wisp.activation.PerturbationSettings;
import io.wisp.activation.RunKind;
import io.wisp.activation.SupervisedSettings;
import io.wisp.base.SettingsTree;
import io.wisp.engine.Engine;
import io.wisp.mask.MaskRecipe;
import io.wisp.network.EncoderUNetModel;
import io.wisp.network.Network;
import io.wisp.network.NetworkConfig;
import io.wisp.network.ParameterSource;
import io.wisp.network.SegmentationNetwork;
import io.wisp.network.UNetConfig;
import io.wisp.network.UNetModel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All settings of a run; its YAML is the run folder's {@code config.yaml}.
 *
 * @param network the noise predictor
 * @param diffusion the process
 * @param train how it is trained
 * @param classifier the classifier, and how it is trained
 * @param segmenter how the supervised segmenter is trained
 * @param student how self-training goes on from the maps
 * @param maps which label is the object, and how each method makes maps; a section in the YAML is
 *     one of {@link MapMethods#sections}, or {@code contrast}
 * @param mask how masks are made from the maps of all methods that have not learned from masks
 */
public record RunSettings(
    UNetConfig network,
    DiffusionSettings diffusion,
    TrainSettings train,
    ClassifierSettings classifier,
    SegmenterSettings segmenter,
    StudentSettings student,
    MapSettings maps,
    MaskRecipe mask) {

  /** The sections that decide how networks are trained; all others decide how they are used. */
  private static final List<String> TRAINED =
      List.of("network", "diffusion", "train", "classifier", "segmenter");

  /** The sections of methods that students' settings leave out. */
  static final List<MethodSection<?>> METHOD_SECTIONS =
      MapMethods.sections().stream()
          .filter(section -> !section.equals(SupervisedSettings.STUDENT))
          .toList();

  public RunSettings {
    int wanted = diffusion.variance().outChannels(network.inChannels());
    if (network.outChannels() != wanted) {
      throw new BadSetting(
          "network.out_channels",
          network.outChannels(),
          "network.out_channels is %s, but %s input channels and a %s variance need %s."
              .formatted(
                  network.outChannels(),
                  network.inChannels(),
                  diffusion.variance().name().toLowerCase(java.util.Locale.ROOT),
                  wanted));
    }
    if (network.numClasses() < 2) {
      throw new BadSetting(
          "network.num_classes",
          network.numClasses(),
          "network.num_classes is " + network.numClasses() + ", but the method needs at least 2.");
    }
    maps = maps.with(SupervisedSettings.STUDENT, student.use());
    maps.contrast().requireAmong(network.numClasses());
    maps.sections()
        .values()
        .forEach(s -> s.requireTraining(diffusion.steps(), train.labelDropout()));
    train.focus().requireWithin(diffusion.steps());
    classifier.train().focus().requireWithin(diffusion.steps());
    TrainChecks.diffusion(train);
    TrainChecks.classifier(classifier);
    TrainChecks.segmenter(segmenter);
    TrainChecks.student(student, segmenter.network());
  }

  /** The network of segmenter and student. */
  public NetworkConfig segmenterNetwork() {
    return segmenter.network().of(network);
  }

  /** Makes the network of a kind of run. */
  public Network createNetwork(RunKind kind, Engine engine, ParameterSource values) {
    return switch (kind) {
      case DIFFUSION -> UNetModel.create(network, engine, values);
      case CLASSIFIER -> EncoderUNetModel.create(classifier.network().of(network), engine, values);
      case SEGMENTER, STUDENT -> SegmentationNetwork.create(segmenterNetwork(), engine, values);
    };
  }

  /**
   * Whether networks other than students are trained the same way; how they are used may differ.
   */
  public boolean sameTraining(RunSettings other) {
    return tree().retain(TRAINED).equals(other.tree().retain(TRAINED));
  }

  /** Which labels are compared. */
  public ContrastSettings contrast() {
    return maps.contrast();
  }

  /** How Algorithm 1 makes maps. */
  public PerturbationSettings map() {
    return maps.map();
  }

  /**
   * A preset, overlaid by a file and by assignments.
   *
   * @param file settings in YAML, or null
   * @param assignments such as {@code train.steps=2000}
   */
  public static RunSettings of(String preset, Path file, List<String> assignments) {
    return of(preset, new SettingChanges(Optional.ofNullable(file), assignments));
  }

  /** A preset with changes. */
  public static RunSettings of(String preset, SettingChanges changes) {
    return of(Presets.tree(preset), changes);
  }

  /** A tree of settings, overlaid by assignments. */
  public static RunSettings of(ObjectNode tree, List<String> assignments) {
    return of(tree, SettingChanges.of(assignments));
  }

  /** A tree of settings with changes. */
  public static RunSettings of(ObjectNode tree, SettingChanges changes) {
    return read(changes.over(tree), "settings");
  }

  /** These settings, overlaid by assignments. */
  public RunSettings with(List<String> assignments) {
    return of(SettingsTree.tree(this), assignments);
  }

  /**
   * These settings with maps and masks made as in the paper's code: Q 400, R 10, τ 0.95 in
   * Algorithm 1, and Otsu on each map. The labels compared stay.
   *
   * @throws UserError if the diffusion process has too few steps for these noise levels
   */
  public RunSettings asPublished() {
    return with(publishedAssignments());
  }

  /** What {@link #asPublished} changes, by name. */
  public static List<String> publishedAssignments() {
    ObjectNode published = SettingsTree.JSON.createObjectNode();
    MapMethods.sections()
        .forEach(section -> published.set(section.name(), SettingsTree.tree(section.published())));
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
    ObjectNode used = tree();
    used.remove(TRAINED);
    return used.properties().stream().map(one -> one.getKey() + "=" + one.getValue()).toList();
  }

  /** As in config.yaml. */
  @JsonValue
  ObjectNode tree() {
    ObjectNode tree =
        SettingsTree.tree(
            new Sections(
                network, diffusion, train, classifier, segmenter, student, maps.contrast(), mask));
    JsonNode last = tree.remove("mask");
    METHOD_SECTIONS.forEach(
        section -> tree.set(section.name(), SettingsTree.tree(maps.of(section))));
    return tree.set("mask", last);
  }

  /**
   * Reads and checks a tree with all sections; missing sections of methods are as published.
   *
   * @param origin where it comes from, for messages
   * @throws UserError if a name or a value is wrong
   */
  public static RunSettings read(ObjectNode tree, String origin) {
    ObjectNode rest = tree.deepCopy();
    Map<String, MethodSettings> methods = new LinkedHashMap<>();
    for (MethodSection<?> section : METHOD_SECTIONS) {
      JsonNode given = rest.remove(section.name());
      methods.put(
          section.name(),
          given == null
              ? section.published()
              : SettingsTree.section(section.type(), given, section.name(), origin));
    }
    Sections own = SettingsTree.as(Sections.class, rest, origin);
    try {
      return new RunSettings(
          own.network,
          own.diffusion,
          own.train,
          own.classifier,
          own.segmenter,
          own.student,
          new MapSettings(own.contrast, methods),
          own.mask);
    } catch (BadSetting e) {
      throw e.at(origin);
    }
  }

  /** The sections of config.yaml other than those of methods. */
  private record Sections(
      UNetConfig network,
      DiffusionSettings diffusion,
      TrainSettings train,
      ClassifierSettings classifier,
      SegmenterSettings segmenter,
      StudentSettings student,
      ContrastSettings contrast,
      MaskRecipe mask) {}

  /** A preset as it is. */
  public static RunSettings preset(String name) {
    return of(name, null, List.of());
  }
}
