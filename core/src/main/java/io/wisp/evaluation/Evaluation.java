package io.wisp.evaluation;

import io.wisp.BadFile;
import io.wisp.Progress;
import io.wisp.Remedy;
import io.wisp.UserError;
import io.wisp.activation.SlicePresence;
import io.wisp.confidence.MaskConfidence;
import io.wisp.dataset.Split;
import io.wisp.mask.SliceMask;
import io.wisp.mask.Threshold;
import io.wisp.metrics.CaseScore;
import io.wisp.metrics.CaseStack;
import io.wisp.metrics.Score;
import io.wisp.metrics.Summary;
import io.wisp.segmentation.OutlineRecipe;
import io.wisp.segmentation.ScanSegmentation;
import io.wisp.segmentation.StoreMaps;
import io.wisp.segmentation.TrainedModel;
import io.wisp.slices.SliceRecord;
import io.wisp.slices.SliceStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Scores a model on the positive slices of a store, those with the label of the model's object, and
 * on whole scans without labels. Manual masks are used for scores only.
 */
public final class Evaluation {
  private final TrainedModel model;
  private final SliceStore store;
  private final Split split;
  private final List<SliceRecord> positives;
  private MadeMaps latest;

  /**
   * @param split whose patients are scored
   * @throws UserError if the store has no masks, another image size, or no positive slice there
   */
  public Evaluation(TrainedModel model, SliceStore store, Split split) {
    this.model = model;
    this.store = store;
    this.split = split;
    int label = model.settings().contrast().present();
    positives = store.slices(split).stream().filter(slice -> slice.labelled(label)).toList();
    check(label);
  }

  private void check(int label) {
    model.requireFit(store);
    if (!store.hasMasks()) {
      throw new BadFile(
          store.folder(),
          "The store %s has no masks, so there is nothing to score against; its slices can still be outlined."
              .formatted(store.folder()),
          Remedy.OUTLINE);
    }
    if (label >= store.classes()) {
      throw new BadFile(
          store.folder(),
          "The store %s has labels from 0 to %s, but contrast.present is %s: set it to one of these, or prepare a store that has it."
              .formatted(store.folder(), store.classes() - 1, label));
    }
    if (positives.isEmpty()) {
      throw new BadFile(
          store.folder(),
          "The store %s has no slice labelled %s among its %s patients: prepare it with another split."
              .formatted(store.folder(), label, split.text()),
          Remedy.SPLIT);
    }
  }

  /**
   * Checks that the sizes of objects are known.
   *
   * @throws UserError if the store does not tell them
   */
  public void requireCoverage() {
    if (positives.stream().anyMatch(slice -> Double.isNaN(slice.coverage()))) {
      throw new BadFile(
          store.folder(),
          "The store %s does not say how much of its slices the object covers: prepare it again to select slices by that."
              .formatted(store.folder()));
    }
  }

  /**
   * Makes and scores the masks of one recipe. Maps of the previous recipe are reused if they are
   * made the same way; their time counts again.
   */
  public RecipeResult run(OutlineRecipe recipe, Progress.Factory progress) {
    StoreMaps storeMaps = new StoreMaps(model, store, recipe);
    if (latest == null || !latest.serve(recipe)) {
      latest = made(storeMaps, progress);
    }
    long start = System.nanoTime();
    List<SliceMask> masks = storeMaps.masks(positives, latest.maps());
    double seconds = latest.seconds() + (System.nanoTime() - start) * 1e-9;
    List<MaskConfidence> confidence = confidence(masks, recipe);
    List<SliceOutcome> outcomes = new ArrayList<>();
    for (int i = 0; i < positives.size(); i++) {
      outcomes.add(outcome(positives.get(i), masks.get(i), confidence.get(i)));
    }
    List<Score> scores = outcomes.stream().map(SliceOutcome::score).toList();
    return new RecipeResult(
        recipe,
        outcomes,
        volumes(outcomes),
        Summary.of(scores),
        seconds / positives.size(),
        Optional.empty());
  }

  /**
   * Outlines and scores whole scans of the split, healthy slices and healthy scans too, without
   * using labels, at the store's resolution. Maps of the positive slices are reused if the previous
   * recipe made them the same way.
   *
   * @param which slices are outlined
   * @throws UserError if a classifier has to say which, and the model has none
   */
  public WholeScans scans(OutlineRecipe recipe, ScanSlices which, Progress.Factory progress) {
    StoreMaps storeMaps = new StoreMaps(model, store, recipe);
    Optional<SlicePresence> classifier =
        which == ScanSlices.CLASSIFIED ? Optional.of(model.presence()) : Optional.empty();
    return scans(storeMaps, which, new StoreScans(storeMaps, classifier, made(recipe)), progress);
  }

  /**
   * The same on the scans' own grids.
   *
   * @param source where to read the scans
   */
  public WholeScans scans(
      OutlineRecipe recipe, ScanSlices which, SourceScans source, Progress.Factory progress) {
    StoreMaps storeMaps = new StoreMaps(model, store, recipe);
    ScanSegmentation segmentation = new ScanSegmentation(model, storeMaps);
    return scans(storeMaps, which, new OwnGridScans(segmentation, source, which), progress);
  }

  private WholeScans scans(
      StoreMaps storeMaps, ScanSlices which, ScanOutlines outlines, Progress.Factory progress) {
    Optional<SlicePresence> presence =
        which == ScanSlices.CLASSIFIED ? Optional.of(model.presence()) : storeMaps.presence();
    return new ScanEvaluation(store, split, model.settings().contrast())
        .run(outlines, presence, progress);
  }

  private Map<Integer, float[]> made(OutlineRecipe recipe) {
    Map<Integer, float[]> made = new HashMap<>();
    if (latest != null && latest.serve(recipe)) {
      for (int i = 0; i < positives.size(); i++) {
        made.put(positives.get(i).index(), latest.maps().get(i));
      }
    }
    return made;
  }

  private MadeMaps made(StoreMaps storeMaps, Progress.Factory progress) {
    long start = System.nanoTime();
    try (Progress bar = progress.start("maps", positives.size())) {
      List<float[]> maps = bar.inChunks(positives, model.chunk(), storeMaps::maps);
      return new MadeMaps(storeMaps.recipe(), maps, (System.nanoTime() - start) * 1e-9);
    }
  }

  /** Maps of all positives for a recipe, and their time. */
  private record MadeMaps(OutlineRecipe recipe, List<float[]> maps, double seconds) {
    boolean serve(OutlineRecipe other) {
      return recipe.method() == other.method() && recipe.maps().equals(other.maps());
    }
  }

  private List<MaskConfidence> confidence(List<SliceMask> masks, OutlineRecipe recipe) {
    Threshold.Rule rule = recipe.mask().threshold().rule();
    return MaskConfidence.of(StoreMaps.places(positives), masks, rule);
  }

  private SliceOutcome outcome(SliceRecord slice, SliceMask found, MaskConfidence confidence) {
    int size = store.imageSize();
    boolean[] truth = store.truth(slice);
    double[] spacing = {slice.rowSpacing(), slice.columnSpacing()};
    Score score = Score.of(found.mask(), truth, new int[] {size, size}, spacing);
    return new SliceOutcome(
        slice, StoreMaps.firstChannel(store, slice), truth, found, confidence, score);
  }

  /** Slices without the label count as empty, in truth and in prediction. */
  private List<CaseScore> volumes(List<SliceOutcome> outcomes) {
    int size = store.imageSize();
    Map<String, CaseStack> stacks = new LinkedHashMap<>();
    for (SliceOutcome outcome : outcomes) {
      SliceRecord slice = outcome.record();
      double[] spacing = {Double.NaN, slice.rowSpacing(), slice.columnSpacing()};
      stacks
          .computeIfAbsent(slice.caseId(), id -> new CaseStack(id, size, size, spacing))
          .add(slice.slice(), outcome.mask(), outcome.truth());
    }
    return stacks.values().stream().map(CaseStack::score).toList();
  }
}
