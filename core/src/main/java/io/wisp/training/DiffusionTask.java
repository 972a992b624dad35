package io.wisp.training;

import io.wisp.Progress;
import io.wisp.activation.RunKind;
import io.wisp.diffusion.Losses;
import io.wisp.engine.Engine;
import io.wisp.network.ParameterSource;
import io.wisp.network.UNetConfig;
import io.wisp.network.UNetModel;
import io.wisp.report.ColorMap;
import io.wisp.report.Grid;
import io.wisp.report.Illustration;
import io.wisp.report.Montage;
import io.wisp.report.Panel;
import io.wisp.report.Picture;
import io.wisp.report.Png;
import io.wisp.report.Range;
import io.wisp.slices.SliceStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/** Trains the noise predictor ε_θ(x_t, t, y); at the end it draws sample images. */
public final class DiffusionTask extends TrainingTask {
  private static final int SAMPLES = 6;
  private static final int SAMPLE_SEED = 7;
  private static final int PICTURE_SIDE = 128;

  public DiffusionTask(RunSettings settings) {
    super(settings);
  }

  @Override
  public TrainSettings train() {
    return settings().train();
  }

  @Override
  RunKind kind() {
    return RunKind.DIFFUSION;
  }

  @Override
  UNetConfig network() {
    return settings().network();
  }

  @Override
  Learner learner(Engine engine, ParameterSource source) {
    UNetModel model = UNetModel.create(network(), engine, source);
    return new Learner(model, batch -> loss(model, batch));
  }

  /**
   * ‖ε − ε_θ(x_t, t, f(y))‖² (eq. 4), and the bound where the variance is learned. A dropped label
   * is a row of zeros in place of f(y).
   */
  private Tensor loss(UNetModel model, Batch batch) {
    Losses losses = settings().diffusion().losses();
    BatchTensors b = BatchTensors.of(batch, model);
    int[] t = batch.timesteps();
    Tensor xt = losses.diffusion().addNoise(b.x0(), t, b.noise());
    Tensor label = model.embedLabels(b.labels()).mul(b.told());
    Tensor output = model.forward(xt, b.timesteps(), label, b.positions());
    return losses.of(output, b.x0(), xt, t, b.noise()).total().mean();
  }

  @Override
  List<String> conclude(
      RunFolder folder, int step, SliceStore store, Engine engine, Progress.Factory progress) {
    Illustration.write(
        folder.samples(),
        file -> {
          try (UNetModel model = UNetModel.create(network(), engine, folder.averagedWeights());
              Progress bar = progress.start("samples", network().numClasses())) {
            Png.write(samples(model, step, bar).draw(), file);
          }
        });
    return List.of();
  }

  private Montage samples(UNetModel model, int step, Progress bar) {
    Sampler sampler = Sampler.of(model, settings().diffusion().losses(), train());
    List<Montage.Row> rows = new ArrayList<>();
    for (int label = 0; label < network().numClasses(); label++) {
      rows.add(new Montage.Row("class " + label, panels(sampler, label)));
      bar.advance(1);
    }
    return new Montage("Samples after " + step + " steps", List.of(), rows);
  }

  private List<Panel> panels(Sampler sampler, int label) {
    int side = network().imageSize();
    List<Panel> panels = new ArrayList<>();
    for (float[] pixels : sampler.sample(label, SAMPLES, SAMPLE_SEED)) {
      Grid grid = new Grid(side, side, Arrays.copyOf(pixels, side * side));
      Picture picture = Picture.of(grid, ColorMap.GREY, Range.IMAGE);
      panels.add(
          new Panel(picture.scaled(Math.max(1, PICTURE_SIDE / side), Picture.Scaling.NEAREST), ""));
    }
    return panels;
  }
}
