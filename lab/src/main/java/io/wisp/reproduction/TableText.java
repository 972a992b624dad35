package io.wisp.reproduction;

import io.wisp.activation.MethodType;
import io.wisp.base.CsvText;
import io.wisp.metrics.Interval;
import io.wisp.report.Estimate;
import io.wisp.report.Format;
import io.wisp.report.MarkdownTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A table as text: Markdown, CSV and LaTeX.
 *
 * @param table what is written
 */
public record TableText(ResultTable table) {
  private static final String NONE = "–";

  /** The headings of {@link #cells}. */
  public List<String> heads() {
    return List.of(
        "Method",
        "Type",
        "Dice",
        "published",
        "mIoU",
        "published",
        "HD95 (%s)".formatted(table.unit().symbol()),
        "published",
        "s / image",
        "published");
  }

  /** One row per method, each figure beside the published one. */
  public List<List<String>> cells() {
    return table.lines().stream().map(TableText::cells).toList();
  }

  private static List<String> cells(ResultLine line) {
    return List.of(
        line.method().title(),
        line.type().title(),
        Format.estimate(line.dice(), 3),
        published(line, p -> Format.estimate(p.dice(), 3)),
        Format.estimate(line.iou(), 3),
        published(line, p -> Format.estimate(p.iou(), 3)),
        Format.estimate(line.hd95(), 1),
        published(line, p -> Format.estimate(p.hd95(), 1)),
        Format.number(line.secondsPerImage(), 3),
        published(line, p -> Format.number(p.secondsPerImage(), 2)));
  }

  /** The headings of {@link #detailCells}. */
  List<String> detailHeads() {
    return List.of(
        "Method",
        "Dice over all slices, 95 % interval",
        "mIoU, 95 %",
        "HD95, 95 %",
        "Patients",
        "Slices",
        "HD95 undefined",
        "Repeats");
  }

  /** One row per method: how certain its means are, and over what. */
  List<List<String>> detailCells() {
    return table.lines().stream()
        .map(
            line ->
                List.of(
                    line.method().title(),
                    text(line.diceInterval(), 3),
                    text(line.iouInterval(), 3),
                    text(line.hd95Interval(), 1),
                    Integer.toString(line.patients()),
                    Integer.toString(line.slices()),
                    Integer.toString(line.undefined()),
                    Integer.toString(line.repeats())))
        .toList();
  }

  private static String text(Interval interval, int decimals) {
    return Format.range(interval.low(), interval.high(), decimals);
  }

  private static String published(ResultLine line, Function<PublishedResult, String> text) {
    return line.published().map(text).orElse(NONE);
  }

  /** Tables of GitHub's Markdown, with the caption above. */
  public String markdown() {
    return table.caption()
        + "\n\n"
        + MarkdownTable.of(heads(), cells(), 2)
        + "\n"
        + MarkdownTable.of(detailHeads(), detailCells(), 1);
  }

  /** Plain numbers, one column each; unknown values are empty. */
  public String csv() {
    CsvText csv =
        new CsvText(
            ("type,method,repeats,slices,dice,dice_std,dice_low,dice_high,iou,iou_std,hd95,"
                    + "hd95_std,hd95_undefined,unit,seconds_per_image,published_dice,"
                    + "published_dice_std,published_iou,published_iou_std,published_hd95,"
                    + "published_hd95_std,published_seconds_per_image,iou_low,iou_high,"
                    + "hd95_low,hd95_high,patients")
                .split(","));
    table.lines().forEach(line -> csv.row(values(line)));
    return csv.toString();
  }

  private List<Object> values(ResultLine line) {
    List<Object> values = new ArrayList<>();
    values.addAll(
        List.of(line.type().title(), line.method().methodName(), line.repeats(), line.slices()));
    addAll(values, line.dice());
    addAll(values, line.diceInterval());
    addAll(values, line.iou());
    addAll(values, line.hd95());
    values.add(line.undefined());
    values.add(table.unit().symbol());
    values.add(CsvText.known(line.secondsPerImage()));
    PublishedResult published =
        line.published()
            .orElse(
                new PublishedResult(
                    line.method(), Estimate.NONE, Estimate.NONE, Estimate.NONE, Double.NaN));
    addAll(values, published.dice());
    addAll(values, published.iou());
    addAll(values, published.hd95());
    values.add(CsvText.known(published.secondsPerImage()));
    addAll(values, line.iouInterval());
    addAll(values, line.hd95Interval());
    values.add(line.patients());
    return values;
  }

  private static void addAll(List<Object> values, Interval interval) {
    values.add(CsvText.known(interval.low()));
    values.add(CsvText.known(interval.high()));
  }

  private static void addAll(List<Object> values, Estimate estimate) {
    values.add(CsvText.known(estimate.mean()));
    values.add(CsvText.known(estimate.std()));
  }

  /** A tabular as in the paper, for a table environment; needs booktabs. */
  public String latex() {
    StringBuilder text = new StringBuilder("% ").append(table.caption()).append('\n');
    text.append("\\begin{tabular}{llrrrr}\n\\toprule\n");
    text.append("Type & Method & Dice$\\uparrow$ & mIoU$\\uparrow$ & HD95$\\downarrow$ (")
        .append(table.unit().symbol())
        .append(") & s / image \\\\\n\\midrule\n");
    MethodType before = null;
    for (ResultLine line : table.lines()) {
      text.append(line.type() == before ? "" : line.type().title());
      text.append(" & ").append(line.method().title());
      text.append(" & ").append(latex(line.dice(), 3));
      text.append(" & ").append(latex(line.iou(), 3));
      text.append(" & ").append(latex(line.hd95(), 1));
      text.append(" & ").append(Format.number(line.secondsPerImage(), 3)).append(" \\\\\n");
      before = line.type();
    }
    return text.append("\\bottomrule\n\\end{tabular}\n").toString();
  }

  private static String latex(Estimate value, int decimals) {
    return Format.estimate(value, decimals).replace(" ± ", "$\\pm$").replace(NONE, "--");
  }
}
