package io.wisp.training;

import io.wisp.BadSetting;

/** Rejects settings of a training that make no sense for the network that is trained. */
final class TrainChecks {
  private TrainChecks() {}

  static void diffusion(TrainSettings train) {
    if (train.heldBack() != 0) {
      throw new BadSetting(
          "train.held_back",
          train.heldBack(),
          "train.held_back is %s, but the diffusion model does not say which slices hold the object: set it to 0, or set student.train.held_back."
              .formatted(train.heldBack()));
    }
  }

  static void classifier(ClassifierSettings classifier) {
    labels("classifier", classifier.train());
  }

  static void segmenter(SegmenterSettings segmenter) {
    labels("segmenter", segmenter.train());
    presence("segmenter", segmenter.train(), segmenter.network());
  }

  static void student(StudentSettings student, SegmenterNetwork network) {
    presence("student", student.train(), network);
  }

  private static void labels(String name, TrainSettings train) {
    if (train.labelDropout() != 0) {
      throw new BadSetting(
          name + ".train.label_dropout",
          train.labelDropout(),
          "%s.train.label_dropout is %s, but only the diffusion model gets labels: set it to 0."
              .formatted(name, train.labelDropout()));
    }
  }

  private static void presence(String name, TrainSettings train, SegmenterNetwork network) {
    if (train.heldBack() != 0 && network.design() == SegmenterNetwork.Design.PREDICTOR) {
      throw new BadSetting(
          name + ".train.held_back",
          train.heldBack(),
          "%s.train.held_back is %s, but a network of segmenter.network.design predictor does not say which slices hold the object: set it to 0, or the design to compact."
              .formatted(name, train.heldBack()));
    }
  }
}
