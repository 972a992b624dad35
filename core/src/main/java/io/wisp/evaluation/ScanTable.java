package io.wisp.evaluation;

import io.wisp.base.CsvText;
import io.wisp.metrics.ObjectMatch;
import io.wisp.metrics.ScanScore;
import java.util.List;

/** The table {@code scans.csv}: a line per setting and whole scan. */
final class ScanTable {
  private ScanTable() {}

  /** Undefined values are empty. */
  static String of(List<RecipeResult> results) {
    CsvText csv =
        new CsvText(
            "setting",
            "case",
            "slices",
            "dice",
            "surface_dice",
            "unit",
            "volume",
            "true_volume",
            "volume_difference",
            "volume_unit",
            "objects",
            "objects_found",
            "false_objects",
            "lesion_dice",
            "f1");
    for (RecipeResult result : results) {
      result
          .scans()
          .ifPresent(
              whole -> whole.scans().forEach(scan -> csv.row(line(result.recipe().name(), scan))));
    }
    return csv.toString();
  }

  private static List<Object> line(String setting, ScanScore scan) {
    ObjectMatch objects = scan.objects();
    return List.of(
        setting,
        scan.caseId(),
        scan.slices(),
        CsvText.known(scan.dice()),
        CsvText.known(scan.surfaceDice()),
        scan.unit().symbol(),
        scan.volume(),
        scan.trueVolume(),
        scan.volumeDifference(),
        scan.volumeUnit(),
        objects.objects(),
        objects.found(),
        objects.falseObjects(),
        CsvText.known(objects.lesionDice()),
        CsvText.known(ObjectMatch.f1(List.of(objects))));
  }
}
