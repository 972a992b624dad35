package io.wisp.reproduction;

import io.wisp.BadSetting;
import io.wisp.activation.MapMethod;
import io.wisp.activation.RunKind;
import io.wisp.training.RunSettings;
import io.wisp.training.Training;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What is to be reproduced.
 *
 * @param study the data set's protocol
 * @param source its folder
 * @param preset settings of networks, training and methods
 * @param assignments settings over the preset
 * @param methods to compare
 * @param repeats how often everything is trained, each time with another split and seed
 * @param maxTime longest time for all trainings together
 */
public record ReproductionPlan(
    Study study,
    Path source,
    String preset,
    List<String> assignments,
    List<MapMethod> methods,
    int repeats,
    Duration maxTime) {

  public ReproductionPlan {
    assignments = List.copyOf(assignments);
    methods = methods.stream().distinct().toList();
    BadSetting.unless(repeats >= 1, "repeats", repeats, "at least 1");
    if (methods.isEmpty()) {
      throw new BadSetting(
          "methods", "", "No method is asked for: give some, such as cdm,layercam,fsl.");
    }
    RunSettings.of(preset, null, assignments);
  }

  /**
   * The settings of a repeat: another seed for each network.
   *
   * @param repeat from 1
   */
  RunSettings settings(int repeat) {
    return settings(preset, assignments, repeat);
  }

  static RunSettings settings(String preset, List<String> assignments, int repeat) {
    RunSettings first = RunSettings.of(preset, null, assignments);
    List<String> all = new ArrayList<>(assignments);
    all.add("train.seed=" + (first.train().seed() + repeat - 1));
    all.add("classifier.train.seed=" + (first.classifier().train().seed() + repeat - 1));
    all.add("segmenter.train.seed=" + (first.segmenter().train().seed() + repeat - 1));
    all.add("student.train.seed=" + (first.student().train().seed() + repeat - 1));
    return RunSettings.of(preset, null, all);
  }

  /** What must be trained for the methods, in order. */
  Set<RunKind> kinds() {
    EnumSet<RunKind> kinds = EnumSet.noneOf(RunKind.class);
    methods.forEach(method -> kinds.addAll(kinds(method)));
    return kinds;
  }

  /** The networks of a method; a student also needs its teacher. */
  public static Set<RunKind> kinds(MapMethod method) {
    EnumSet<RunKind> kinds = EnumSet.noneOf(RunKind.class);
    kinds.addAll(method.asks());
    if (kinds.contains(RunKind.STUDENT)) {
      kinds.add(RunKind.DIFFUSION);
    }
    return kinds;
  }

  /** A training's share of the time: diffusion models get three times that of the others. */
  Duration share(RunKind kind) {
    if (maxTime.compareTo(Training.NO_LIMIT) >= 0) {
      return Training.NO_LIMIT;
    }
    int all = repeats * kinds().stream().mapToInt(ReproductionPlan::weight).sum();
    return Duration.ofMillis(maxTime.toMillis() * weight(kind) / all);
  }

  private static int weight(RunKind kind) {
    return kind == RunKind.DIFFUSION ? 3 : 1;
  }
}
