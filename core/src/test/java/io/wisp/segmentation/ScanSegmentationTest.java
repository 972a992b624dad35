package io.wisp.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.Progress;
import io.wisp.StopSignal;
import io.wisp.activation.LabelledImage;
import io.wisp.activation.RunKind;
import io.wisp.engine.Engine;
import io.wisp.slices.Slice;
import io.wisp.testing.SquareStore;
import io.wisp.testing.TinyRun;
import io.wisp.training.ClassifierTask;
import io.wisp.training.DiffusionTask;
import io.wisp.volume.Geometry;
import io.wisp.volume.Volume;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanSegmentationTest {
  private static final int SLICES = 40;

  @TempDir private static Path folder;
  private static TrainedModel model;

  @BeforeAll
  static void train() {
    Path store = SquareStore.withMasks(folder);
    new TinyRun.Session(
            new DiffusionTask(
                TinyRun.settings(
                    "train.steps=8",
                    "train.warmup=0",
                    "train.learning_rate=1.0e-2",
                    "map.draws=2",
                    "map.noise_levels=[60]")),
            store,
            folder.resolve("run"))
        .start();
    new TinyRun.Session(
            new ClassifierTask(TinyRun.settings("classifier.train.steps=1")),
            store,
            folder.resolve("classifier"))
        .start();
    ModelRuns runs =
        new ModelRuns(
            Map.of(
                RunKind.DIFFUSION, folder.resolve("run"),
                RunKind.CLASSIFIER, folder.resolve("classifier")));
    model = TrainedModel.open(runs, Engine.reference(), List.of());
  }

  @AfterAll
  static void close() {
    model.close();
  }

  /** As in a store, in which the slices without the object count too. */
  @Test
  void positionsAreAmongAllSlicesWithContentWhicheverAreMapped() {
    List<Slice> content = List.of(slice(10), slice(12), slice(15), slice(20));
    List<LabelledImage> images =
        ScanSegmentation.images("scan", content, List.of(slice(12), slice(15)));
    assertThat(images.stream().map(LabelledImage::position)).containsExactly(0.2, 0.5);
    assertThat(images.get(0).identity()).isEqualTo("scan:12");
  }

  @Test
  void scansThatAreOutlinedAtOnceGetWhatEachGetsAlone() {
    ScanSegmentation shared = new ScanSegmentation(model);
    List<String> names = List.of("one", "two", "three");
    List<float[]> alone = names.stream().map(name -> map(shared, name)).toList();
    assertThat(alone.get(0)).as("noise is drawn by name").isNotEqualTo(alone.get(1));
    List<float[]> atOnce = names.parallelStream().map(name -> map(shared, name)).toList();
    assertThat(atOnce.toArray(float[][]::new)).isDeepEqualTo(alone.toArray(float[][]::new));
  }

  private static float[] map(ScanSegmentation segmentation, String name) {
    return segmentation.run(name, scan(), Progress.SILENT).map().voxels();
  }

  @Test
  void aStopEndsTheMappingInItsMidst() {
    ScanSegmentation segmentation = new ScanSegmentation(model);
    assertStops(progress -> segmentation.run("scan", scan(), progress));
  }

  @Test
  void aStopEndsTheLookForSlicesWithTheObject() {
    ScanSegmentation segmentation = new ScanSegmentation(model);
    assertStops(progress -> segmentation.runClassified("scan", List.of(scan()), progress));
  }

  /** Asks for a stop when the work first tells of its progress. */
  private static void assertStops(Consumer<Progress.Factory> work) {
    StopSignal stop = new StopSignal();
    AtomicLong done = new AtomicLong();
    Progress bar =
        new Progress() {
          @Override
          public void advance(long count) {
            done.addAndGet(count);
            stop.request();
          }

          @Override
          public void note(String text) {}

          @Override
          public void close() {}
        };
    assertThatThrownBy(() -> work.accept(stop.ending((task, total) -> bar)))
        .isInstanceOf(CancellationException.class);
    assertThat(done.get()).isPositive().isLessThan(SLICES);
  }

  private static Volume scan() {
    int side = SquareStore.SIDE;
    float[] voxels = new float[side * side * SLICES];
    Random random = new Random(1);
    for (int i = 0; i < voxels.length; i++) {
      voxels[i] = 100 + random.nextInt(200);
    }
    return new Volume(Geometry.of(side, side, SLICES, 1, 1, 1), voxels);
  }

  private static Slice slice(int index) {
    return new Slice(index, new float[4], 1, true);
  }
}
