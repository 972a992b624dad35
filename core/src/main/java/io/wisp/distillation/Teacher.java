package io.wisp.distillation;

import io.wisp.BadFile;
import io.wisp.BadSetting;
import io.wisp.Remedy;
import io.wisp.activation.MapMethod;
import io.wisp.activation.RunKind;
import io.wisp.dataset.PatientSplit;
import io.wisp.dataset.Split;
import io.wisp.segmentation.ModelRuns;
import io.wisp.slices.SliceStore;
import io.wisp.training.RunFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * What makes the first masks; kept in the student's folder as {@code teacher.yaml}.
 *
 * @param model run folder of a diffusion model
 * @param classifier run folder of a classifier, or null
 * @param method how maps are made
 */
public record Teacher(String model, String classifier, MapMethod method) {
  public Teacher {
    if (method.supervised()) {
      throw new BadSetting(
          "method",
          method.methodName(),
          "The method %s cannot be the teacher, since it has learned from masks: give one that learns from labels, such as cdm."
              .formatted(method.methodName()));
    }
  }

  /** A teacher with absolute paths. */
  public static Teacher of(Path model, Optional<Path> classifier, MapMethod method) {
    return new Teacher(absolute(model), classifier.map(Teacher::absolute).orElse(null), method);
  }

  private static String absolute(Path path) {
    return path.toAbsolutePath().normalize().toString();
  }

  ModelRuns runs() {
    Path diffusion = Path.of(model);
    return new ModelRuns(
        classifier == null
            ? Map.of(RunKind.DIFFUSION, diffusion)
            : Map.of(RunKind.DIFFUSION, diffusion, RunKind.CLASSIFIER, Path.of(classifier)));
  }

  /**
   * Rejects a teacher without the networks of its method, and a store prepared differently from its
   * training data or holding out a patient it was trained on: the student would inherit that.
   */
  void requireFit(SliceStore store) {
    runs().require(method);
    for (RunFolder run : folders()) {
      if (!run.sliceRecipe().equals(store.recipe())) {
        throw new BadFile(
            store.folder(),
            "The store %s has slices cut as %s, but the model of %s was trained on slices cut as %s: give the store that it was trained on, or one prepared the same way."
                .formatted(store.folder(), store.recipe(), run.path(), run.sliceRecipe()),
            Remedy.PREPARE);
      }
      requireUnseen(run, store);
    }
  }

  private List<RunFolder> folders() {
    return Stream.of(model, classifier)
        .filter(run -> run != null)
        .map(run -> RunFolder.open(Path.of(run)))
        .toList();
  }

  private static void requireUnseen(RunFolder run, SliceStore store) {
    Path held = store.folder().resolve(PatientSplit.FILE);
    SortedSet<String> seen = PatientSplit.read(held).patients(Split.TEST);
    seen.retainAll(PatientSplit.read(run.split()).patients(Split.TRAIN));
    if (!seen.isEmpty()) {
      throw new BadFile(
          store.folder(),
          "The store %s holds out %s%s, but the model of %s was trained on this patient: a student's scores would be too good. Prepare the store with the split of %s."
              .formatted(
                  store.folder(),
                  seen.first(),
                  seen.size() > 1 ? " and %s others".formatted(seen.size() - 1) : "",
                  run.path(),
                  run.split()),
          Remedy.SPLIT_FILE);
    }
  }
}
