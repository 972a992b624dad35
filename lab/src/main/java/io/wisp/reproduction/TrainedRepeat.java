package io.wisp.reproduction;

import io.wisp.BadFile;
import io.wisp.UserError;
import io.wisp.activation.MapMethod;
import io.wisp.activation.RunKind;
import io.wisp.engine.Engine;
import io.wisp.segmentation.ModelRuns;
import io.wisp.segmentation.TrainedModel;
import io.wisp.training.RunSettings;
import java.nio.file.Path;
import java.util.List;

/**
 * A repeat of a reproduction with its trained networks.
 *
 * @param number from 1
 * @param folder of the repeat
 * @param store its slices
 * @param runs its networks
 * @param settings how the reproduction uses them now
 */
public record TrainedRepeat(
    int number, Path folder, Path store, ModelRuns runs, RunSettings settings) {

  /**
   * Checks for the networks that the methods need.
   *
   * @throws UserError if one is missing
   */
  public void require(List<MapMethod> methods) {
    for (MapMethod method : methods) {
      for (RunKind kind : ReproductionPlan.kinds(method)) {
        if (runs.folder(kind).isEmpty()) {
          throw new BadFile(
              folder,
              "A row takes the method %s, but %s has not been trained for it in %s: reproduce with the method %s first, or leave the row out."
                  .formatted(method.methodName(), kind.description(), folder, method.methodName()));
        }
      }
    }
  }

  public TrainedModel open(Engine engine) {
    return TrainedModel.open(runs, engine, settings.useAssignments());
  }
}
