package io.wisp.app;

import io.wisp.Progress;
import java.io.PrintStream;
import java.time.temporal.ChronoUnit;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Draws a bar with the rate and the time left for each piece of work. */
final class ConsoleProgress implements Progress.Factory {
  private static final int MILLIS_BETWEEN_FRAMES = 200;

  private final PrintStream stream;
  private final int columns;

  ConsoleProgress(PrintStream stream, int columns) {
    this.stream = stream;
    this.columns = columns;
  }

  @Override
  public Progress start(String task, long total) {
    return new Bar(
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(total)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(MILLIS_BETWEEN_FRAMES)
            .setSpeedUnit(ChronoUnit.SECONDS)
            .showSpeed()
            .setConsumer(new ConsoleProgressBarConsumer(stream, columns - 1))
            .build());
  }

  private record Bar(ProgressBar bar) implements Progress {
    @Override
    public void advance(long count) {
      bar.stepBy(count);
    }

    @Override
    public void note(String text) {
      bar.setExtraMessage(" " + text); // the bar puts nothing before it
    }

    @Override
    public void close() {
      bar.close();
    }
  }
}
