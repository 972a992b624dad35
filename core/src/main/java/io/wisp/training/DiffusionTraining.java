package io.wisp.training;

import io.wisp.Progress;
import io.wisp.UserError;
import io.wisp.engine.Engine;
import io.wisp.network.FileSource;
import io.wisp.network.UNetModel;
import io.wisp.report.ColorMap;
import io.wisp.report.Grid;
import io.wisp.report.IfExists;
import io.wisp.report.LossChart;
import io.wisp.report.Montage;
import io.wisp.report.Panel;
import io.wisp.report.Picture;
import io.wisp.report.Png;
import io.wisp.report.Range;
import io.wisp.slices.SliceStore;
import io.wisp.weights.Safetensors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Trains a diffusion model on a store of slices into a run folder.
 *
 * <pre>{@code
 * try (SliceStore store = SliceStore.open(Path.of("store"))) {
 *   DiffusionTraining training =
 *       new DiffusionTraining(RunSettings.preset("small"), engine, store, Path.of("run"));
 *   training.start(DiffusionTraining.NO_LIMIT, new StopSignal(), Progress.SILENT);
 * }
 * }</pre>
 */
public final class DiffusionTraining {
  /** Train until the steps are done. */
  public static final Duration NO_LIMIT = Duration.ofDays(3650);

  private static final int SAMPLES = 6;
  private static final int SAMPLE_STEPS = 50;
  private static final int SAMPLE_SEED = 7;

  private final RunSettings settings;
  private final Engine engine;
  private final SliceStore store;
  private final RunFolder folder;

  public DiffusionTraining(RunSettings settings, Engine engine, SliceStore store, Path run) {
    this.settings = settings;
    this.engine = engine;
    this.store = store;
    this.folder = new RunFolder(run);
    checkStore();
  }

  private void checkStore() {
    int size = settings.network().imageSize();
    if (store.imageSize() != size) {
      throw new UserError(
          "The store %s has slices of %d pixels, but network.image_size is %d: prepare it with --size %d, or --set network.image_size=%d."
              .formatted(store.folder(), store.imageSize(), size, size, store.imageSize()));
    }
    if (store.channels() != settings.network().inChannels()) {
      throw new UserError(
          "The store %s has %d channels, but network.in_channels is %d."
              .formatted(store.folder(), store.channels(), settings.network().inChannels()));
    }
    if (store.classes() > settings.network().numClasses()) {
      throw new UserError(
          "The store %s has labels up to %d, but network.num_classes is %d."
              .formatted(store.folder(), store.classes() - 1, settings.network().numClasses()));
    }
  }

  /**
   * Trains from the beginning.
   *
   * @param limit longest time for this call
   * @throws UserError if the folder holds a run already
   */
  public Outcome start(Duration limit, StopSignal stop, Progress.Factory progress) {
    if (Files.exists(folder.config())) {
      throw new UserError(
          "%s holds a run already: continue it with --resume, or choose another --out."
              .formatted(folder.path()));
    }
    try (TrainingState state = new TrainingState(settings, engine)) {
      RunFacts facts =
          RunFacts.of(
              engine, state.model().parameters().count(), store.folder().getFileName().toString());
      folder.begin(settings, store.recipe(), store.folder().resolve("split.csv"), facts);
      return train(state, limit, stop, progress);
    }
  }

  /** Continues from the folder's checkpoint; the result is as if it had never stopped. */
  public Outcome resume(Duration limit, StopSignal stop, Progress.Factory progress) {
    try (TrainingState state = new TrainingState(settings, engine)) {
      if (folder.hasCheckpoint()) {
        state.load(folder.checkpoint());
      }
      return train(state, limit, stop, progress);
    }
  }

  /**
   * How a training ended.
   *
   * @param step steps taken in all
   * @param finished whether all steps are done
   * @param seconds of training in all
   */
  public record Outcome(int step, boolean finished, double seconds) {}

  private Outcome train(
      TrainingState state, Duration limit, StopSignal stop, Progress.Factory progress) {
    int total = settings.train().steps();
    try (Progress bar = progress.start("training", total);
        BatchSource batches =
            new BatchSource(store, settings.train(), settings.diffusion().steps())) {
      bar.advance(state.step());
      MetricsLog log = new MetricsLog(folder.metrics(), state.step());
      new Trainer(state, batches, settings, List.of(log, new BarListener(bar)))
          .fit(limit, stop, () -> save(state));
    }
    stop.leave();
    drawSamples(state);
    return new Outcome(state.step(), state.step() >= total, state.seconds());
  }

  private void save(TrainingState state) {
    state.save(folder.checkpoint());
    Safetensors.replace(
        folder.weights(),
        Map.of("kind", "wisp-weights", "step", Integer.toString(state.step())),
        state.averagedWeights());
    new LossChart(folder.lossCurve()).write(folder.lossPicture(), IfExists.REPLACE);
  }

  private void drawSamples(TrainingState state) {
    try (UNetModel model = loadAverage()) {
      Sampler sampler = new Sampler(model, settings.diffusion().losses(), SAMPLE_STEPS);
      List<Montage.Row> rows = new ArrayList<>();
      int side = settings.network().imageSize();
      for (int label = 0; label < settings.network().numClasses(); label++) {
        List<Panel> panels = new ArrayList<>();
        for (float[] pixels : sampler.sample(label, SAMPLES, SAMPLE_SEED)) {
          Grid grid = new Grid(side, side, java.util.Arrays.copyOf(pixels, side * side));
          panels.add(
              new Panel(
                  Picture.of(grid, ColorMap.GREY, Range.IMAGE)
                      .scaled(Math.max(1, 128 / side), Picture.Scaling.NEAREST),
                  ""));
        }
        rows.add(new Montage.Row("class " + label, panels));
      }
      String title = "Samples after " + state.step() + " steps";
      Png.write(new Montage(title, List.of(), rows).draw(), folder.samples(), IfExists.REPLACE);
    }
  }

  private UNetModel loadAverage() {
    return UNetModel.create(
        settings.network(), engine, new FileSource(Safetensors.read(folder.weights())));
  }

  private record BarListener(Progress bar) implements TrainingListener {
    @Override
    public void stepped(int step) {
      bar.advance(1);
    }

    @Override
    public void logged(MetricsLine line) {
      bar.note("loss %.4f".formatted(line.loss()));
    }
  }
}
