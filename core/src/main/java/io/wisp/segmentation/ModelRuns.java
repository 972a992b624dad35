package io.wisp.segmentation;

import io.wisp.UserError;
import io.wisp.activation.MapMethod;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The run folders that maps are made from; which of them, depends on the method.
 *
 * @param diffusion of a diffusion model
 * @param classifier of a classifier
 * @param segmenter of a supervised segmenter
 * @param student of a student
 */
public record ModelRuns(
    Optional<Path> diffusion,
    Optional<Path> classifier,
    Optional<Path> segmenter,
    Optional<Path> student) {
  public ModelRuns {
    if (diffusion.isEmpty() && classifier.isEmpty() && segmenter.isEmpty() && student.isEmpty()) {
      throw new UserError(
          "No trained model is given: give --model RUN, a run of `wisp train diffusion`"
              + " (and --classifier RUN for methods that ask a classifier, --segmenter RUN for fsl, --student RUN for student).");
    }
  }

  /** A diffusion model alone. */
  public static ModelRuns ofDiffusion(Path run) {
    return new ModelRuns(Optional.of(run), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * Looks whether the networks that the method asks are there.
   *
   * @throws UserError if one is missing
   */
  public void require(MapMethod method) {
    if (method.needsDiffusion() && diffusion.isEmpty()) {
      throw new UserError(
          "The method %s needs a diffusion model: give --model RUN, a run of `wisp train diffusion`."
              .formatted(method.methodName()));
    }
    if (method.needsClassifier() && classifier.isEmpty()) {
      throw new UserError(
          "The method %s needs a classifier: give --classifier RUN, a run of `wisp train classifier`."
              .formatted(method.methodName()));
    }
    if (method.needsSegmenter() && segmenter.isEmpty()) {
      throw new UserError(
          "The method %s needs a segmenter: give --segmenter RUN, a run of `wisp train segmenter`."
              .formatted(method.methodName()));
    }
    if (method.needsStudent() && student.isEmpty()) {
      throw new UserError(
          "The method %s needs a student: give --student RUN, a run of `wisp distill`."
              .formatted(method.methodName()));
    }
  }
}
