package io.wisp.training;

import io.wisp.base.AtomicFile;
import io.wisp.report.LossCurve;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The run's {@code metrics.csv}: appended line by line; truncated to the checkpoint on resuming and
 * after a divergence. Files of earlier versions do not say how many steps were skipped.
 */
final class MetricsLog implements TrainingListener {
  private static final String HEADER = "step,loss,learning_rate,skipped,seconds";
  private final Path file;

  /** Opens the log, and removes lines after the given step. */
  MetricsLog(Path file, int step) {
    this.file = file;
    cutTo(step);
  }

  private void cutTo(int step) {
    StringBuilder kept = new StringBuilder(HEADER).append('\n');
    for (MetricsLine line : read(file)) {
      if (line.step() <= step) {
        kept.append(format(line));
      }
    }
    AtomicFile.replaceText(file, kept.toString());
  }

  @Override
  public void logged(MetricsLine line) {
    try {
      Files.writeString(file, format(line), StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  @Override
  public void wentBack(Divergence event) {
    cutTo(event.backTo());
  }

  /** The loss over the steps so far. */
  static LossCurve curve(Path file) {
    return new LossCurve(
        "training loss",
        read(file).stream().map(line -> new LossCurve.Point(line.step(), line.loss())).toList());
  }

  /** Concatenates logs into one file, with steps and seconds counted on. */
  static void join(List<Path> logs, Path file) {
    StringBuilder all = new StringBuilder(HEADER).append('\n');
    int steps = 0;
    double seconds = 0;
    for (Path log : logs) {
      MetricsLine last = new MetricsLine(0, 0, 0, 0, 0);
      for (MetricsLine line : read(log)) {
        last = line;
        all.append(
            format(
                new MetricsLine(
                    steps + line.step(),
                    line.loss(),
                    line.learningRate(),
                    line.skipped(),
                    seconds + line.seconds())));
      }
      steps += last.step();
      seconds += last.seconds();
    }
    AtomicFile.replaceText(file, all.toString());
  }

  private static List<MetricsLine> read(Path file) {
    List<MetricsLine> lines = new ArrayList<>();
    if (!Files.exists(file)) {
      return lines;
    }
    try {
      List<String> texts = Files.readAllLines(file);
      for (String text : texts.subList(Math.min(1, texts.size()), texts.size())) {
        String[] cells = text.split(",");
        if (cells.length == texts.get(0).split(",").length) { // else its end is missing
          lines.add(line(cells));
        }
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static MetricsLine line(String[] cells) {
    int seconds = cells.length - 1;
    return new MetricsLine(
        Integer.parseInt(cells[0]),
        Double.parseDouble(cells[1]),
        Double.parseDouble(cells[2]),
        seconds > 3 ? Integer.parseInt(cells[3]) : 0,
        Double.parseDouble(cells[seconds]));
  }

  private static String format(MetricsLine line) {
    return String.format(
        Locale.ROOT,
        "%d,%s,%s,%d,%.1f\n",
        line.step(),
        line.loss(),
        line.learningRate(),
        line.skipped(),
        line.seconds());
  }
}
