package io.wisp.tuning;

import io.wisp.base.AtomicFile;
import io.wisp.base.CsvText;
import io.wisp.base.Folders;
import io.wisp.base.SettingsTree;
import io.wisp.report.CurveChart;
import io.wisp.report.ReportPage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a tuning: {@code settings.yaml}, to override a run's config.yaml; {@code tune.csv}, a line
 * per trial; {@code confidence.csv}, a line per slice; curves as PNG and SVG, named after the
 * setting; {@code report.html}.
 *
 * @param folder where to
 */
public record TuningFiles(Path folder) {
  private static final String TABLE = "tune.csv";

  /** Whether there is a tuning. */
  public boolean exist() {
    return Files.exists(folder.resolve(TABLE));
  }

  /** The settings, to lay over those of a run. */
  public Path settings() {
    return folder.resolve("settings.yaml");
  }

  /** Writes all files, replacing older ones. */
  public void write(TuningResult result) {
    Folders.make(folder);
    AtomicFile.replaceText(folder.resolve(TABLE), trials(result));
    AtomicFile.replaceText(folder.resolve("confidence.csv"), confidence(result));
    AtomicFile.replaceText(settings(), yaml(result));
    for (TuningStep step : result.steps()) {
      CurveChart chart = TuningReport.auroc(result, step);
      if (!chart.points().isEmpty()) {
        String name = step.knob().setting().lastPart();
        chart.illustrate(folder, name);
      }
    }
    ReportPage.write(TuningReport.of(result), folder.resolve("report.html"));
  }

  static String yaml(TuningResult result) {
    return "# Chosen from labels: "
        + TuningText.evidence(result)
        + "\n"
        + TuningText.verdicts(result).stream()
            .map("# %s\n"::formatted)
            .collect(Collectors.joining())
        + SettingsTree.toYaml(result.settings());
  }

  private static String trials(TuningResult result) {
    List<String> heads = new ArrayList<>(List.of("step", "best"));
    result.names().forEach(name -> heads.add(name.name()));
    for (ImageScore score : ImageScore.values()) {
      String name = score.scoreName();
      heads.addAll(List.of(name + "_auroc", name + "_error", name + "_auroc_any_place"));
    }
    heads.addAll(List.of("gain", "gain_error", "dice"));
    CsvText csv = new CsvText(heads);
    for (TuningStep step : result.steps()) {
      for (int i = 0; i < step.trials().size(); i++) {
        csv.row(values(result, step, i));
      }
    }
    return csv.toString();
  }

  private static List<Object> values(TuningResult result, TuningStep step, int place) {
    Trial trial = step.trials().get(place);
    List<Object> values = new ArrayList<>();
    values.add(step.knob().setting().name());
    values.add(trial.equals(step.best()) ? 1 : 0);
    result.names().forEach(name -> values.add(SettingName.text(name.of(trial.settings()))));
    for (ImageScore score : ImageScore.values()) {
      Evidence evidence = trial.evidence().get(score);
      values.add(evidence.matched().value());
      values.add(CsvText.known(evidence.matched().standardError()));
      values.add(evidence.anyPlace());
    }
    values.add(step.gains().get(place).value());
    values.add(CsvText.known(step.gains().get(place).standardError()));
    values.add(CsvText.known(trial.meanDice()));
    return values;
  }

  private static String confidence(TuningResult result) {
    CsvText csv =
        new CsvText(
            "case", "slice", "place", "label", "score", "probability", "probability_held_out");
    for (SliceConfidence one : result.confidence()) {
      csv.row(
          one.slice().record().caseId(),
          one.slice().record().slice(),
          one.slice().place(),
          one.slice().record().label(),
          one.score(),
          one.probability(),
          one.heldOut());
    }
    return csv.toString();
  }
}
