package io.wisp.ablation;

import io.wisp.base.CsvText;
import io.wisp.metrics.Interval;
import io.wisp.metrics.Mean;
import io.wisp.report.Estimate;
import io.wisp.report.Format;
import io.wisp.report.MarkdownTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A table of rows as text: cells for a page, Markdown and CSV.
 *
 * @param table what is written
 */
public record RowText(RowTable table) {
  /**
   * Means ± standard deviations, their 95 % intervals by patient, and how rows compare with the one
   * above.
   */
  public List<String> heads() {
    return List.of(
        "Row",
        "Dice",
        "95 %",
        "mIoU",
        "HD95 (%s)".formatted(table.unit().symbol()),
        "s / slice",
        "Dice, object ≥ %s %%".formatted(Math.round(100 * RowTable.LARGE)),
        "Dice / volume",
        "95 %",
        "gain",
        "95 %",
        "p (Holm)");
  }

  /** One row each. */
  public List<List<String>> cells() {
    return table.lines().stream().map(RowText::cells).toList();
  }

  private static List<String> cells(RowLine line) {
    return List.of(
        line.row().name(),
        text(line.dice(), 3),
        text(line.diceInterval()),
        text(line.iou(), 3),
        text(line.hd95(), 1),
        Format.number(line.secondsPerSlice(), 3),
        counted(line.large()),
        counted(line.volume()),
        text(line.volumeInterval()),
        line.gain().map(gain -> String.format(Locale.ROOT, "%+.3f", gain.dice())).orElse(""),
        line.gain().map(gain -> text(gain.interval())).orElse(""),
        line.gain().map(gain -> Format.p(gain.corrected())).orElse(""));
  }

  private static String text(Interval interval) {
    return Format.range(interval.low(), interval.high(), 3);
  }

  private static String text(Mean mean, int decimals) {
    return Format.estimate(estimate(mean), decimals);
  }

  static Estimate estimate(Mean mean) {
    return new Estimate(mean.mean(), mean.std());
  }

  private static String counted(Mean mean) {
    return "%s (%s)".formatted(text(mean, 3), mean.n());
  }

  /** What each row adds to the one above. */
  List<List<String>> additions() {
    return table.lines().stream()
        .map(line -> List.of(line.row().name(), line.row().adds()))
        .toList();
  }

  /**
   * Tables of GitHub's Markdown, with the caption above.
   *
   * @param caption which slices were scored
   */
  String markdown(String caption) {
    return caption
        + "\n\n"
        + MarkdownTable.of(heads(), cells(), 1)
        + "\n"
        + MarkdownTable.of(List.of("Row", "adds"), additions(), 2);
  }

  /** Plain numbers, one column each; unknown values are empty. */
  String csv() {
    CsvText csv =
        new CsvText(
            ("row,name,method,adds,dice,dice_std,slices,iou,iou_std,hd95,hd95_std,"
                    + "hd95_undefined,unit,seconds_per_slice,large_dice,large_dice_std,"
                    + "large_slices,volume_dice,volume_dice_std,volumes,gain,p,p_holm,"
                    + "patients,dice_low,dice_high,volume_dice_low,volume_dice_high,"
                    + "gain_low,gain_high")
                .split(","));
    for (int i = 0; i < table.lines().size(); i++) {
      csv.row(values(i + 1, table.lines().get(i)));
    }
    return csv.toString();
  }

  private List<Object> values(int number, RowLine line) {
    List<Object> values = new ArrayList<>();
    PlannedRow row = line.row();
    values.addAll(List.of(number, row.name(), row.method().methodName(), row.adds()));
    addAll(values, line.dice());
    values.add(line.dice().n());
    addAll(values, line.iou());
    addAll(values, line.hd95());
    values.addAll(List.of(line.hd95().undefined(), table.unit().symbol(), line.secondsPerSlice()));
    addAll(values, line.large());
    values.add(line.large().n());
    addAll(values, line.volume());
    values.add(line.volume().n());
    values.add(gain(line, RowLine.Gain::dice));
    values.add(gain(line, RowLine.Gain::p));
    values.add(gain(line, RowLine.Gain::corrected));
    values.add(line.patients());
    addAll(values, line.diceInterval());
    addAll(values, line.volumeInterval());
    addAll(values, line.gain().map(RowLine.Gain::interval).orElse(Interval.NONE));
    return values;
  }

  private static Object gain(RowLine line, Function<RowLine.Gain, Double> value) {
    return line.gain().map(value).map(CsvText::known).orElse("");
  }

  private static void addAll(List<Object> values, Interval interval) {
    values.add(CsvText.known(interval.low()));
    values.add(CsvText.known(interval.high()));
  }

  private static void addAll(List<Object> values, Mean mean) {
    values.add(CsvText.known(mean.mean()));
    values.add(CsvText.known(mean.std()));
  }
}
