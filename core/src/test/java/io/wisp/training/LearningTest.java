package io.wisp.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.activation.ConditionPerturbation;
import io.wisp.activation.ImageNoise;
import io.wisp.activation.LabelledImage;
import io.wisp.dataset.Split;
import io.wisp.engine.Engine;
import io.wisp.mask.MapSlice;
import io.wisp.mask.MaskMaker;
import io.wisp.mask.MaskRecipe;
import io.wisp.mask.MaskUnit;
import io.wisp.mask.SliceMask;
import io.wisp.metrics.Overlap;
import io.wisp.network.FileSource;
import io.wisp.network.UNetModel;
import io.wisp.report.LossCurve;
import io.wisp.slices.SliceRecord;
import io.wisp.slices.SliceStore;
import io.wisp.testing.SquareStore;
import io.wisp.testing.TinyRun;
import io.wisp.weights.Safetensors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From labels alone to objects: a minute's training finds the squares of slices not seen. */
class LearningTest {
  /** What a mask of everything would reach: 2 · 25 / (14 · 14 + 25). */
  private static final double CHANCE = 0.23;

  @TempDir private static Path shared;
  private static RunFolder run;
  private static Path store;

  @BeforeAll
  static void train() {
    store = SquareStore.withLabelsOnly(shared);
    RunSettings settings =
        TinyRun.settings(
            "network.dropout=0",
            "train.steps=250",
            "train.batch=8",
            "train.learning_rate=1.0e-3",
            "train.warmup=20",
            "train.ema=0.95",
            "train.log_every=10",
            "train.checkpoint_every=1000");
    new TinyRun.Session(settings, store, shared.resolve("run")).start();
    run = RunFolder.open(shared.resolve("run"));
  }

  @Test
  void theLossFalls() {
    List<LossCurve.Point> points = run.lossCurve().points();
    assertThat(points.get(0).loss()).isGreaterThan(0.5);
    assertThat(points.get(points.size() - 1).loss()).isLessThan(0.5 * points.get(0).loss());
  }

  @Test
  void theMapsFindTheObjectsOfSlicesNotSeen(@TempDir Path masked) {
    RunSettings settings = run.settings();
    try (SliceStore truth = SliceStore.open(SquareStore.withMasks(masked));
        UNetModel model =
            UNetModel.create(
                settings.network(),
                Engine.reference(),
                new FileSource(Safetensors.read(run.weights())))) {
      List<SliceRecord> positives =
          truth.slices(Split.TEST).stream().filter(slice -> slice.label() == 1).toList();
      List<LabelledImage> images = positives.stream().map(s -> image(truth, s)).toList();
      List<float[]> maps =
          new ConditionPerturbation(
                  model, settings.diffusion().losses(), settings.map(), 1, 0, new ImageNoise(1), 8)
              .maps(images);
      List<SliceMask> masks = masks(positives, images, maps);
      List<Double> dice = new ArrayList<>();
      for (int i = 0; i < maps.size(); i++) {
        dice.add(Overlap.of(masks.get(i).mask(), truth.truth(positives.get(i))).dice());
      }
      assertThat(dice).hasSize(4);
      assertThat(dice.stream().mapToDouble(d -> d).average().orElseThrow())
          .isGreaterThan(2 * CHANCE);
    }
  }

  private static List<SliceMask> masks(
      List<SliceRecord> records, List<LabelledImage> images, List<float[]> maps) {
    List<MapSlice> slices = new ArrayList<>();
    for (int i = 0; i < maps.size(); i++) {
      SliceRecord record = records.get(i);
      slices.add(
          new MapSlice(maps.get(i), images.get(i).pixels(), record.caseId(), record.slice()));
    }
    int side = SquareStore.SIDE;
    return new MaskMaker(MaskRecipe.published(), MaskUnit.SLICE, side, side).make(slices);
  }

  private static LabelledImage image(SliceStore store, SliceRecord slice) {
    float[] pixels = new float[SquareStore.SIDE * SquareStore.SIDE];
    store.readImage(slice.index(), pixels, 0);
    return new LabelledImage(pixels, slice.caseId() + ":" + slice.slice(), 0.5);
  }
}
