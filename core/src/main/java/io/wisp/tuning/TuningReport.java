package io.wisp.tuning;

import io.wisp.report.CurveChart;
import io.wisp.report.Report;
import io.wisp.report.Report.Headline;
import io.wisp.report.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Turns a tuning into a report page. */
final class TuningReport {
  private TuningReport() {}

  static Report of(TuningResult result) {
    List<Section> sections = new ArrayList<>();
    sections.add(new Section.Charts("What each setting does", curves(result)));
    result.oracle().ifPresent(oracle -> sections.add(oracle(result, oracle)));
    for (TuningStep step : result.steps()) {
      sections.add(table(result, step));
    }
    sections.add(new Section.Notes("Decisions", TuningText.verdicts(result)));
    sections.add(
        new Section.Documents(
            "Configuration",
            List.of(new Section.Document("settings.yaml", TuningFiles.yaml(result)))));
    sections.add(new Section.Notes("Notes", notes(result)));
    return new Report(
        "Settings chosen from labels alone",
        String.join(" ", TuningText.sentences(result)),
        headlines(result),
        sections);
  }

  private static List<Headline> headlines(TuningResult result) {
    ImageScore score = result.plan().score();
    List<Headline> headlines = new ArrayList<>();
    headlines.add(
        new Headline(
            TuningText.number(result.chosen().auroc(score)), "AUROC at matched positions"));
    headlines.add(
        new Headline(
            TuningText.number(result.start().auroc(score)), "with " + TuningText.earlier(result)));
    if (result.oracle().isPresent()) {
      headlines.add(
          new Headline(TuningText.number(result.chosen().meanDice()), "mean Dice of the choice"));
      headlines.add(
          new Headline(
              TuningText.number(result.oracle().get().best().meanDice()),
              "mean Dice of the oracle's choice"));
    }
    return headlines;
  }

  private static List<CurveChart> curves(TuningResult result) {
    List<CurveChart> charts = new ArrayList<>();
    for (TuningStep step : result.steps()) {
      charts.add(auroc(result, step));
      if (result.oracle().isPresent()) {
        charts.add(curve(step, "mean Dice", Trial::meanDice));
      }
    }
    return charts.stream().filter(chart -> !chart.points().isEmpty()).toList();
  }

  /** The criterion against the setting; no points if its values are not single numbers. */
  static CurveChart auroc(TuningResult result, TuningStep step) {
    return curve(step, "AUROC at matched positions", trial -> trial.auroc(result.plan().score()));
  }

  private static CurveChart curve(
      TuningStep step, String measure, ToDoubleFunction<Trial> measured) {
    List<CurveChart.Point> points = new ArrayList<>();
    for (Trial trial : step.trials()) {
      step.knob()
          .number(trial.settings())
          .ifPresent(
              value -> points.add(new CurveChart.Point(value, measured.applyAsDouble(trial))));
    }
    return new CurveChart(
        step.knob().setting().name(), measure, points.size() > 1 ? points : List.of());
  }

  private static Section table(TuningResult result, TuningStep step) {
    List<String> heads = new ArrayList<>(List.of(step.knob().setting().name()));
    for (ImageScore score : ImageScore.values()) {
      heads.add(score.scoreName());
    }
    heads.add("gain");
    heads.add("at any position");
    result.oracle().ifPresent(oracle -> heads.add("Dice"));
    List<List<String>> rows =
        IntStream.range(0, step.trials().size()).mapToObj(i -> cells(result, step, i)).toList();
    return new Section.Table(
        step.knob().setting().name(),
        heads,
        rows,
        "AUROC at matched positions by each score, ± standard error over patients; chosen by %s, the choice is marked ▸. Gain: over the earlier value, in the first line, with the standard error of the difference on the same slices."
            .formatted(result.plan().score().scoreName()));
  }

  private static List<String> cells(TuningResult result, TuningStep step, int place) {
    Trial trial = step.trials().get(place);
    String value = SettingName.text(step.knob().setting().of(trial.settings()));
    List<String> cells = new ArrayList<>();
    cells.add(trial.equals(step.best()) ? "▸ " + value : value);
    for (ImageScore score : ImageScore.values()) {
      cells.add(TuningText.estimate(trial.evidence().get(score).matched()));
    }
    cells.add(TuningText.gain(step.gains().get(place)));
    cells.add(TuningText.number(trial.evidence().get(result.plan().score()).anyPlace()));
    result.oracle().ifPresent(oracle -> cells.add(TuningText.number(trial.meanDice())));
    return cells;
  }

  private static Section oracle(TuningResult result, OracleComparison oracle) {
    List<List<String>> rows = new ArrayList<>();
    for (ImageScore score : ImageScore.values()) {
      rows.add(
          List.of(
              score.scoreName(), score.title(), TuningText.number(oracle.agreement().get(score))));
    }
    return new Section.Table(
        "Compared with an oracle that sees masks",
        List.of("score", "per slice", "rank correlation with Dice"),
        rows,
        "%s Over the positive slices, confidence and Dice have the rank correlation %s. The choice does not use masks."
            .formatted(
                capitalised(TuningText.comparison(result, oracle)),
                TuningText.number(oracle.ofSlices())));
  }

  private static String capitalised(String sentence) {
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }

  private static List<String> notes(TuningResult result) {
    TuningPlan plan = result.plan();
    List<SliceConfidence> confidence = result.confidence();
    boolean learns = plan.method().learns();
    return List.of(
        "Slices are of training patients; test patients were not used."
            + (learns ? " The model has seen these slices, with their labels." : ""),
        "AUROC at matched positions is the share of pairs of a slice with and one without the object in which the first has the higher score; their relative positions in their scans differ by at most %s. There are %s pairs."
            .formatted(
                plan.window(), result.chosen().evidence().get(plan.score()).matched().pairs()),
        "Settings were varied one after another%s; the best value replaced the earlier one if its gain exceeded its standard error, by the jackknife over patients."
            .formatted(learns ? ", with %s noise draws per level".formatted(plan.draws()) : ""),
        "Confidence (confidence.csv) is the probability of the object given the effect, by a logistic regression on these slices; its Brier score is %s, and %s with each patient left out of its own fit; that of a constant is %s."
            .formatted(
                TuningText.number(
                    ObjectProbability.brier(confidence, SliceConfidence::probability)),
                TuningText.number(ObjectProbability.brier(confidence, SliceConfidence::heldOut)),
                TuningText.number(base(result))));
  }

  /** The Brier score of always predicting the object's frequency. */
  private static double base(TuningResult result) {
    double share = result.slices().positives() / (double) result.slices().slices().size();
    return share * (1 - share);
  }
}
