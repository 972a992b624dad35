package io.wisp.report;

import io.wisp.report.ExampleRow.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;

/** A report with every kind of section, of made-up blobs. Run it to look at the page. */
final class SampleReport {
  private static final int SIZE = 64;

  private SampleReport() {}

  public static void main(String[] arguments) {
    ReportPage.write(report(), Path.of(arguments[0], "report.html"));
    new LossChart(curve()).write(Path.of(arguments[0], "loss.png"));
    Png.write(montage().draw(), Path.of(arguments[0], "montage.png"));
  }

  static Report report() {
    return new Report(
        "Wisp demo on phantom brains",
        "CDM outlines lesions in 126 held-out slices of 6 phantom patients with a mean Dice of"
            + " 0.574, having seen only one label per slice in training.",
        List.of(
            new Report.Headline("0.574", "mean Dice, CDM"),
            new Report.Headline("0.431", "mIoU"),
            new Report.Headline("6.8 mm", "median HD95"),
            new Report.Headline("0.21 s", "a slice"),
            new Report.Headline("4:52", "training, minutes")),
        List.of(
            results(),
            examples(),
            new Section.Charts(
                "Distribution of Dice",
                List.of(new DiceHistogram(dice()), new SizeChart("mm²", scores()))),
            comparison(),
            volumes(),
            new Section.Charts("Training", List.of(new LossChart(curve()))),
            samples(),
            new Section.Table(
                "Beside the paper",
                List.of("Method", "Dice", "published"),
                List.of(List.of("CDM", "0.574", "0.525 ± 0.057")),
                "Mean ± standard deviation over repeats."),
            new Section.Pictures(
                "Strips",
                List.of(
                    new Section.Picture(
                        comparisonChart().picture(1), "A picture in place of a strip."))),
            new Section.Charts("Curves", List.of(comparisonChart())),
            new Section.Charts(
                "Confidence",
                List.of(
                    new ReliabilityChart(
                        "confidence of a pixel",
                        "classified correctly, CDM",
                        List.of(
                            new ReliabilityChart.Point(0.6, 0.55, 0.2),
                            new ReliabilityChart.Point(0.96, 0.91, 0.8))))),
            new Section.Charts("Means", List.of(estimateChart())),
            new Section.Notes(
                "How scores are counted",
                List.of(
                    "Dice and IoU are means over the slices that hold a true object.",
                    "If the mask of such a slice is empty, Dice and IoU are 0 and HD95 is undefined;"
                        + " undefined distances are counted, not averaged.",
                    "Slices without an object are scored by their precision only.")),
            new Section.Documents(
                "Configuration",
                List.of(
                    new Section.Document(
                        "config.yaml",
                        "activation:\n  noise-level: 200\n  tau: 0.0\n  draws: 4\ntrain:\n  steps: 3000\n"
                            + "  batch: 16\n"),
                    new Section.Document("recipe.json", "{\"axis\": \"z\", \"size\": 64}")))));
  }

  static CurveChart comparisonChart() {
    return new CurveChart(
        "noise level Q",
        "Dice",
        List.of(new CurveChart.Point(50, 0.41), new CurveChart.Point(200, 0.57)));
  }

  static EstimateChart estimateChart() {
    return new EstimateChart(
        "Dice",
        List.of(
            new EstimateChart.Line("as published", new Estimate(0.31, 0.04)),
            new EstimateChart.Line(
                "whole contrast, at three noise levels", new Estimate(0.47, 0.02)),
            new EstimateChart.Line("student", new Estimate(0.58, Double.NaN)),
            new EstimateChart.Line("nothing", Estimate.NONE)));
  }

  static Section.Results results() {
    return new Section.Results(
        "Results",
        "mm",
        List.of(
            row("CDM, Q = 200, τ = 0, 4 draws", 0.574, 0.431, 6.8, 126, 3),
            row("CDM, Q = 400, τ = 0.95 (paper)", 0.212, 0.141, 21.4, 126, 17),
            new ResultRow(
                "Threshold on intensity",
                new Estimate(0.318, 0.22),
                new Estimate(0.21, 0.17),
                Estimate.NONE,
                new Estimate(0.4, Double.NaN),
                new Estimate(0.5, Double.NaN),
                126,
                126,
                Double.NaN)),
        "Held-out slices with an object.");
  }

  static ResultRow row(String name, double dice, double iou, double hd95, int n, int undefined) {
    return new ResultRow(
        name,
        new Estimate(dice, 0.243),
        new Estimate(iou, 0.211),
        new Estimate(hd95, 5.1),
        new Estimate(0.61, 0.28),
        new Estimate(0.58, 0.25),
        n,
        undefined,
        0.2134);
  }

  static Section.Examples examples() {
    return new Section.Examples(
        "Examples",
        "The slices at the 90th, 50th and 10th percentile of Dice among the 126 held-out slices with"
            + " an object, under the first setting of the table.",
        List.of(
            example(Kind.GOOD, "phantom_021, slice 34", 0.843, 1),
            example(Kind.MEDIAN, "phantom_019, slice 28", 0.612, 5),
            example(Kind.BAD, "phantom_023, slice 41", 0.184, 12)));
  }

  static ExampleRow example(Kind kind, String name, double dice, int shift) {
    boolean[] truth = disc(24, 38, 7);
    boolean[] mask = disc(24 + shift, 38 - shift / 2.0, 7);
    return new ExampleRow(
        kind,
        name,
        dice,
        brain(shift, truth),
        Optional.of(Grid.ofMask(SIZE, SIZE, truth)),
        blob(24 + shift, 38 - shift / 2.0, 8),
        Grid.ofMask(SIZE, SIZE, mask));
  }

  private static List<Double> dice() {
    return scores().stream().map(ScoredSlice::dice).toList();
  }

  static Section.Charts comparison() {
    List<BoxChart.Group> groups =
        List.of(
            new BoxChart.Group("Q 200, 4 draws", dice()),
            new BoxChart.Group("paper", dice().stream().map(d -> d * 0.4).toList()),
            new BoxChart.Group("threshold", dice().stream().map(d -> d * d).toList()));
    return new Section.Charts("Settings side by side", List.of(new BoxChart("Dice", groups)));
  }

  static Section.Volumes volumes() {
    return new Section.Volumes(
        "Volumes",
        "mm",
        List.of(
            new VolumeRow("phantom_019", 21, 0.61, 0.44, 7.2, 0.6, 0.63),
            new VolumeRow("phantom_021", 18, 0.79, 0.65, 3.1, 0.82, 0.77),
            new VolumeRow("phantom_023", 25, 0, 0, Double.NaN, Double.NaN, 0)));
  }

  static Section.Samples samples() {
    List<Grid> healthy =
        Stream.iterate(0, i -> i + 1)
            .limit(8)
            .map(i -> brain(i, new boolean[SIZE * SIZE]))
            .toList();
    List<Grid> lesion =
        Stream.iterate(0, i -> i + 1)
            .limit(8)
            .map(i -> brain(i, disc(22 + i, 40 - i, 4 + i / 2.0)))
            .toList();
    return new Section.Samples(
        "Sampled images",
        List.of(
            new ClassSamples("class 0: without lesion", healthy),
            new ClassSamples("class 1: with lesion", lesion)));
  }

  static List<ScoredSlice> scores() {
    Random random = new Random(4);
    List<ScoredSlice> scores = new ArrayList<>();
    for (int i = 0; i < 126; i++) {
      double size = Math.exp(3 + 3.5 * random.nextDouble());
      double dice = Math.log(size) / 7.5 + 0.17 * random.nextGaussian() - 0.1;
      scores.add(new ScoredSlice("slice " + i, Math.min(0.95, Math.max(0, dice)), size));
    }
    return scores;
  }

  static LossCurve curve() {
    Random random = new Random(2);
    List<LossCurve.Point> points = new ArrayList<>();
    for (int step = 1; step <= 3000; step++) {
      double level = 0.03 + Math.exp(-step / 120.0);
      points.add(new LossCurve.Point(step, level * Math.exp(0.35 * random.nextGaussian())));
    }
    return new LossCurve("Diffusion model", points);
  }

  static Montage montage() {
    List<Montage.Row> rows = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      boolean[] mask = disc(24, 36, 5 + i);
      Grid image = brain(i, mask);
      Picture picture =
          Picture.of(image, ColorMap.GREY, Range.IMAGE).scaled(3, Picture.Scaling.BICUBIC);
      rows.add(
          new Montage.Row(
              "slice " + (40 + i),
              List.of(
                  new Panel(picture),
                  new Panel(Picture.of(blob(24, 36, 8), ColorMap.INFERNO, Range.UNIT)),
                  new Panel(
                      picture.outlined(
                          Grid.ofMask(SIZE, SIZE, mask), Palette.PREDICTION, Picture.Side.INSIDE),
                      "1.2 cm², 3 parts"))));
    }
    return new Montage(
        "phantom_021_flair.nii.gz", List.of("image", "activation map", "mask"), rows);
  }

  static boolean[] disc(double row, double column, double radius) {
    boolean[] mask = new boolean[SIZE * SIZE];
    Grid inside = grid((y, x) -> Math.hypot(y - row, (x - column) * 1.2) <= radius ? 1 : 0);
    for (int i = 0; i < mask.length; i++) {
      mask[i] = inside.inside(row(i), i % SIZE);
    }
    return mask;
  }

  static Grid blob(double row, double column, double width) {
    return grid((y, x) -> Math.exp(-Math.pow(Math.hypot(y - row, x - column) / width, 2)));
  }

  static Grid brain(int seed, boolean[] lesion) {
    Random random = new Random(seed);
    return grid(
        (y, x) -> {
          double distance = Math.hypot((y - 31.5) / 28, (x - 31.5) / 23);
          double tissue = 0.3 * Math.cos(distance * 9 + seed) - 0.3 + 0.06 * random.nextGaussian();
          double value = tissue + (lesion[(int) (y * SIZE + x)] ? 0.7 : 0);
          return distance > 1 ? -1 : Math.min(1, Math.max(-1, value));
        });
  }

  private static Grid grid(DoubleBinaryOperator valueOfRowAndColumn) {
    float[] values = new float[SIZE * SIZE];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) valueOfRowAndColumn.applyAsDouble(row(i), i % SIZE);
    }
    return new Grid(SIZE, SIZE, values);
  }

  private static int row(int index) {
    return index / SIZE;
  }
}
