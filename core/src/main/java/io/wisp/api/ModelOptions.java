package io.wisp.api;

import io.wisp.BadSetting;
import io.wisp.activation.MapMethod;
import io.wisp.activation.RunKind;
import io.wisp.base.CloseOnFailure;
import io.wisp.segmentation.ModelRuns;
import io.wisp.segmentation.OutlineRecipe;
import io.wisp.segmentation.ScanSegmentation;
import io.wisp.segmentation.TrainedModel;
import io.wisp.training.RunFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How trained runs are used; each method changes one thing and returns this. */
public final class ModelOptions {
  private final List<Path> folders;
  private final List<String> assignments = new ArrayList<>();
  private Optional<String> method = Optional.empty();
  private Compute compute = Compute.AUTO;

  ModelOptions(List<Path> folders) {
    this.folders = folders;
  }

  /**
   * How maps are made: {@code cdm}, {@code cg-cdm}, …; by default the first method for which the
   * runs suffice, which is {@code cdm} with a diffusion model.
   */
  public ModelOptions method(String name) {
    method = Optional.of(name);
    return this;
  }

  /** Changes a setting, such as {@code map.tau=0}; later ones override earlier ones. */
  public ModelOptions set(String assignment) {
    assignments.add(assignment);
    return this;
  }

  /** Where to compute. */
  public ModelOptions compute(Compute where) {
    compute = where;
    return this;
  }

  /**
   * Loads the networks.
   *
   * @throws io.wisp.UserError if a folder is no run, if the method needs a network that is not
   *     given, or if the networks do not fit together
   */
  public Model open() {
    ModelRuns runs = new ModelRuns(byKind());
    MapMethod chosen = method.map(MapMethod::named).orElseGet(runs::usualMethod);
    runs.require(chosen);
    try (CloseOnFailure opened = new CloseOnFailure()) {
      TrainedModel model = opened.add(TrainedModel.open(runs, compute.engine(), assignments));
      OutlineRecipe recipe = OutlineRecipe.of(chosen, model.settings());
      Model whole = new Model(model, new ScanSegmentation(model, recipe));
      opened.keep();
      return whole;
    }
  }

  private Map<RunKind, Path> byKind() {
    Map<RunKind, Path> runs = new EnumMap<>(RunKind.class);
    for (Path folder : folders) {
      RunKind kind = RunFolder.open(folder).kind();
      Path other = runs.put(kind, folder);
      if (other != null) {
        throw new BadSetting(
            "runs",
            folder,
            "%s and %s are both runs of %s: give one."
                .formatted(other, folder, kind.description()));
      }
    }
    return runs;
  }
}
