package io.wisp.tuning;

import io.wisp.BadSetting;
import io.wisp.Progress;
import io.wisp.Remedy;
import io.wisp.UserError;
import io.wisp.base.SettingsTree;
import io.wisp.confidence.MaskedMap;
import io.wisp.mask.MaskRecipe;
import io.wisp.metrics.AurocGain;
import io.wisp.metrics.MatchedAuroc;
import io.wisp.metrics.PlacedScore;
import io.wisp.segmentation.OutlineRecipe;
import io.wisp.segmentation.TrainedModel;
import io.wisp.training.RunSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses settings from image labels alone, in the manner of AnoFPDM (Che et al. 2024): maps are
 * good if they predict which slices hold the object. Each slice gets an {@link ImageScore} of its
 * map; the criterion is the area under its ROC curve at matched positions, {@link MatchedAuroc}.
 *
 * <p>One setting is varied after another, those that need the network first; each keeps its current
 * value, unless the gain of the best one exceeds its standard error, see {@link TuningStep}.
 *
 * <pre>{@code
 * ValidationSlices slices = ValidationSlices.choose(store, choice, model.settings().contrast());
 * TuningResult result = new Tuning(model, slices, plan, Optional.empty()).run(Progress.SILENT);
 * }</pre>
 */
public final class Tuning {
  private static final SettingName DRAWS = new SettingName("map.draws");

  private final TuningPlan plan;
  private final ValidationSlices slices;
  private final Optional<Oracle> oracle;
  private final RunSettings start;
  private final List<Knob> knobs;
  private final LevelMaps maps;
  private final Map<RunSettings, Trial> trials = new LinkedHashMap<>();

  /**
   * Checks the plan; nothing is computed yet.
   *
   * @param oracle to compare with; it does not affect the choice
   * @throws UserError if a setting cannot be tried, or if no two slices can be compared
   */
  public Tuning(
      TrainedModel model, ValidationSlices slices, TuningPlan plan, Optional<Oracle> oracle) {
    this.plan = plan;
    this.slices = slices;
    this.oracle = oracle;
    start = DRAWS.in(model.settings(), SettingsTree.JSON.valueToTree(plan.draws()));
    knobs = SearchSpace.of(plan.method(), start, plan.knobs());
    maps = new LevelMaps(model, plan.method(), slices.images());
    requirePairs();
  }

  private void requirePairs() {
    List<Double> equal = Collections.nCopies(slices.slices().size(), 0.0);
    if (MatchedAuroc.of(slices.placed(equal), plan.window()).pairs() == 0) {
      throw new BadSetting(
          "window",
          plan.window(),
          "No slice with the object lies within %s of one without it in their scans: draw more cases, or use a window of 1 to compare slices at any position."
              .formatted(plan.window()),
          Remedy.MORE_CASES,
          Remedy.WINDOW);
    }
  }

  /** Runs all trials. */
  public TuningResult run(Progress.Factory progress) {
    maps.prepare(List.of(start), "maps of the run's settings", progress);
    Trial first = trial(start);
    Trial current = first;
    List<TuningStep> steps = new ArrayList<>();
    for (Knob knob : knobs) {
      TuningStep step = vary(knob, current, progress);
      steps.add(step);
      current = step.best();
      maps.keepOnly(current.settings());
    }
    Trial chosen = current;
    return new TuningResult(
        plan,
        slices,
        first,
        steps,
        chosen,
        ObjectProbability.of(slices, chosen.evidence().get(ImageScore.EFFECT).scores()),
        oracle.map(o -> OracleComparison.of(o, List.copyOf(trials.values()), chosen)));
  }

  private TuningStep vary(Knob knob, Trial current, Progress.Factory progress) {
    String name = knob.setting().name();
    List<RunSettings> candidates = knob.candidates(current.settings());
    maps.prepare(candidates, "maps, " + name, progress);
    List<Trial> tried = new ArrayList<>();
    try (Progress bar = progress.start(name, candidates.size())) {
      for (RunSettings candidate : candidates) {
        tried.add(trial(candidate));
        bar.advance(1);
      }
    }
    List<PlacedScore> base = placed(current);
    List<AurocGain> gains =
        tried.stream().map(one -> AurocGain.of(placed(one), base, plan.window())).toList();
    return TuningStep.of(knob, tried, gains);
  }

  private List<PlacedScore> placed(Trial trial) {
    return slices.placed(trial.evidence().get(plan.score()).scores());
  }

  private Trial trial(RunSettings settings) {
    return trials.computeIfAbsent(settings, this::judge);
  }

  private Trial judge(RunSettings settings) {
    List<float[]> made = maps.of(settings);
    MaskRecipe recipe = OutlineRecipe.of(plan.method(), settings).mask();
    List<MaskedMap> masked = new MapMasks(recipe, slices.side()).masked(slices.slices(), made);
    Map<ImageScore, Evidence> evidence = new EnumMap<>(ImageScore.class);
    for (ImageScore score : ImageScore.values()) {
      List<Double> scores = masked.stream().map(score::of).toList();
      evidence.put(score, Evidence.of(slices.placed(scores), plan.window()));
    }
    List<Double> dice = oracle.map(o -> o.dice(recipe, made)).orElse(List.of());
    return new Trial(settings, evidence, dice);
  }
}
