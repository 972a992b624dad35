package io.wisp.lab;

import java.util.List;
import java.util.Locale;

/**
 * A package of the library or the laboratory, with those that it uses besides io.wisp itself and
 * base, which all may use.
 */
enum Room {
  BASE,
  VOLUME,
  NIFTI(VOLUME),
  DICOM(VOLUME),
  GRID(VOLUME),
  DATASET(VOLUME, GRID),
  LAYOUT(VOLUME, DATASET),
  REPORT,
  SLICES(VOLUME, GRID, DATASET, REPORT),
  WEIGHTS,
  ENGINE,
  PROOF(ENGINE),
  NETWORK(WEIGHTS, ENGINE, PROOF),
  DIFFUSION(ENGINE, NETWORK),
  MASK,
  ACTIVATION(ENGINE, NETWORK, DIFFUSION, MASK),
  METRICS(MASK),
  CONFIDENCE(MASK, METRICS),
  TRAINING(DATASET, SLICES, WEIGHTS, ENGINE, NETWORK, DIFFUSION, ACTIVATION, MASK, METRICS, REPORT),
  SEGMENTATION(
      VOLUME,
      DATASET,
      SLICES,
      ENGINE,
      NETWORK,
      DIFFUSION,
      ACTIVATION,
      MASK,
      CONFIDENCE,
      REPORT,
      TRAINING),
  EVALUATION(
      VOLUME,
      DATASET,
      SLICES,
      NETWORK,
      ACTIVATION,
      MASK,
      METRICS,
      CONFIDENCE,
      REPORT,
      TRAINING,
      SEGMENTATION),
  DISTILLATION(
      DATASET,
      SLICES,
      ENGINE,
      NETWORK,
      ACTIVATION,
      MASK,
      METRICS,
      CONFIDENCE,
      REPORT,
      TRAINING,
      SEGMENTATION),
  LEARNING(DATASET, SLICES, ENGINE, ACTIVATION, TRAINING, SEGMENTATION, DISTILLATION),
  TUNING(
      DATASET,
      SLICES,
      NETWORK,
      ACTIVATION,
      MASK,
      METRICS,
      CONFIDENCE,
      REPORT,
      TRAINING,
      SEGMENTATION),
  API(VOLUME, SLICES, ENGINE, ACTIVATION, CONFIDENCE, TRAINING, SEGMENTATION),
  PHANTOM(VOLUME, NIFTI),
  GOLDEN(WEIGHTS, ENGINE, NETWORK, DIFFUSION, ACTIVATION, MASK, METRICS),
  REPRODUCTION(
      DATASET,
      SLICES,
      ENGINE,
      NETWORK,
      ACTIVATION,
      MASK,
      METRICS,
      REPORT,
      TRAINING,
      SEGMENTATION,
      EVALUATION,
      DISTILLATION),
  ABLATION(
      DATASET,
      SLICES,
      ENGINE,
      ACTIVATION,
      METRICS,
      REPORT,
      TRAINING,
      SEGMENTATION,
      EVALUATION,
      REPRODUCTION),
  BENCHMARK(PHANTOM, SLICES, ENGINE, NETWORK, DIFFUSION, ACTIVATION, TRAINING);

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<Room> uses;

  Room(Room... uses) {
    this.uses = List.of(uses);
  }

  List<Room> uses() {
    return uses;
  }

  /** As it is called in the code and in the docs. */
  String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  String packages() {
    return "io.wisp." + title() + "..";
  }
}
