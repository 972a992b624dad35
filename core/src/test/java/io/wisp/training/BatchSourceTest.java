package io.wisp.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wisp.UserError;
import io.wisp.slices.SliceStore;
import io.wisp.testing.SquareStore;
import io.wisp.testing.TinyRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchSourceTest {
  @TempDir private static Path shared;
  private static SliceStore store;

  @BeforeAll
  static void prepare() {
    store = SliceStore.open(SquareStore.withMasks(shared));
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void aBatchIsDecidedBySeedAndStepAlone() {
    try (BatchSource inOrder = source(store);
        BatchSource atOnce = source(store)) {
      for (int step = 0; step < 5; step++) {
        inOrder.at(step);
      }
      assertSame(inOrder.at(5), atOnce.at(5));
    }
  }

  @Test
  void aMatchedBatchIsDecidedBySeedAndStepAlone() {
    try (BatchSource inOrder = source(store, "train.match=position");
        BatchSource atOnce = source(store, "train.match=position")) {
      for (int step = 0; step < 5; step++) {
        inOrder.at(step);
      }
      assertSame(inOrder.at(5), atOnce.at(5));
    }
  }

  @Test
  void anotherStepOrSeedIsAnotherBatch() {
    try (BatchSource source = source(store);
        BatchSource other = source(store, "train.seed=2")) {
      float[] noise = source.at(0).noise();
      assertThat(source.at(1).noise()).isNotEqualTo(noise);
      assertThat(other.at(0).noise()).isNotEqualTo(noise);
    }
  }

  /** One slice in four has a square. */
  @Test
  void balancedBatchesHaveEveryClassEquallyOften() {
    assertThat(shareOfPositives("train.balanced=true")).isCloseTo(0.5, within(0.06));
    assertThat(shareOfPositives("train.balanced=false")).isCloseTo(0.25, within(0.06));
  }

  @Test
  void matchedBatchesHaveEveryClassAsOftenAsOthers() {
    assertThat(shareOfPositives("train.balanced=true", "train.match=position"))
        .isCloseTo(0.5, within(0.06));
    assertThat(shareOfPositives("train.balanced=false", "train.match=position"))
        .isCloseTo(0.25, within(0.06));
  }

  @Test
  void labelsAreToldUnlessSomeAreLeftOut() {
    assertThat(shareTold("train.label_dropout=0")).isEqualTo(1);
    assertThat(shareTold("train.label_dropout=0.25")).isCloseTo(0.75, within(0.06));
  }

  @Test
  void leavingLabelsOutChangesNothingElseOfABatch() {
    try (BatchSource all = source(store);
        BatchSource some = source(store, "train.label_dropout=0.5")) {
      assertSame(some.at(2), all.at(2));
    }
  }

  @Test
  void everyImageHasTheLabelOfItsSlice() {
    try (BatchSource source = source(store, plain("train.batch=64"))) {
      Batch batch = source.at(0);
      for (int i = 0; i < batch.size(); i++) {
        assertThat(hasSquare(batch.images(), i)).isEqualTo(batch.labels()[i] == 1);
      }
    }
  }

  /** Of the eight slices of a case the second and the sixth have a square. */
  @Test
  void everyImageBringsItsPositionWhereverItIsShifted() {
    try (BatchSource source = source(store, "train.batch=64", "train.augment.shift=3")) {
      Batch batch = source.at(0);
      for (int i = 0; i < batch.size(); i++) {
        float sevenths = 7 * batch.positions()[i];
        assertThat(sevenths).isCloseTo(Math.round(sevenths), within(1e-5f)).isBetween(0f, 7f);
        assertThat(List.of(1, 5).contains(Math.round(sevenths))).isEqualTo(batch.labels()[i] == 1);
      }
    }
  }

  @Test
  void whereThereAreMasksOnlyCoveredSlicesAreDrawnAndMasksAreReadFromTheSource() {
    MaskSource everyOther =
        new MaskSource() {
          @Override
          public boolean covers(io.wisp.slices.SliceRecord slice) {
            return slice.labelled(0) || slice.slice() == 5;
          }

          @Override
          public void read(io.wisp.slices.SliceRecord slice, float[] target, int offset) {
            Arrays.fill(target, offset, offset + 256, slice.slice() / 10f);
          }
        };
    RunSettings plain =
        TinyRun.settings(
            "segmenter.network.design=predictor",
            "student.train.batch=64",
            "student.train.augment={flip: false, shift: 0, gain: 0}");
    try (BatchSource source = new StudentTask(plain, 1, everyOther).batches(store)) {
      Batch batch = source.at(0);
      for (int i = 0; i < batch.size(); i++) {
        assertThat(batch.labels()[i] == 1).isEqualTo(batch.masks()[i * 256] == 0.5f);
      }
    }
  }

  /** Label 1 is in slice 1 of a scan, label 2 in slice 5, label 0 in the six others. */
  @Test
  void ofThreeLabelsTheTwoOfTheContrastAreMatched(@TempDir Path folder) {
    String[] matched = {
      "train.batch=512",
      "train.match=position",
      "network.num_classes=3",
      "contrast.present=2",
      "contrast.absent=0"
    };
    try (SliceStore three = SliceStore.open(SquareStore.withLabels(folder, 1, 2));
        BatchSource source = source(three, matched)) {
      Batch batch = source.at(0);
      int[] count = new int[3];
      for (int i = 0; i < batch.size(); i++) {
        int label = batch.labels()[i];
        int place = Math.round(7 * batch.positions()[i]);
        count[label]++;
        assertThat(place).isIn(label == 0 ? List.of(4, 6) : label == 1 ? List.of(1) : List.of(5));
      }
      assertThat(Arrays.stream(count)).allMatch(one -> Math.abs(one - 512 / 3) < 60);
    }
  }

  @Test
  void aStudentIsShownTheTwoLabelsOfTheContrastAndNoOther(@TempDir Path folder) {
    MaskSource all = (slice, target, offset) -> {};
    for (boolean balanced : new boolean[] {true, false}) {
      RunSettings settings =
          TinyRun.settings(
              "network.num_classes=3",
              "contrast.present=2",
              "contrast.absent=0",
              "student.train.batch=256",
              "student.train.balanced=" + balanced);
      Path store = SquareStore.withLabels(folder.resolve("balanced-" + balanced), 1, 2);
      try (SliceStore three = SliceStore.open(store);
          BatchSource source = new StudentTask(settings, 1, all).batches(three)) {
        assertThat(source.at(0).labels()).containsOnly(0, 2);
      }
    }
  }

  @Test
  void onlyTrainingSlicesAreDrawn() {
    List<float[]> training =
        store.slices(io.wisp.dataset.Split.TRAIN).stream().map(s -> image(s.index())).toList();
    assertThat(training).hasSize(8 * 8);
    try (BatchSource source = source(store, plain("train.batch=64"))) {
      float[] images = source.at(0).images();
      for (int i = 0; i < 64; i++) {
        float[] drawn = Arrays.copyOfRange(images, i * 256, (i + 1) * 256);
        assertThat(training).anyMatch(known -> Arrays.equals(known, drawn));
      }
    }
  }

  @Test
  void noiseIsNormalAndTimestepsAreSpreadOverTheProcess() {
    try (BatchSource source = source(store, "train.batch=64", "train.focus.share=0")) {
      Batch batch = source.at(0);
      double squares = 0;
      for (float value : batch.noise()) {
        squares += value * value;
      }
      assertThat(squares / batch.noise().length).isCloseTo(1, within(0.05));
      assertThat(Arrays.stream(batch.timesteps())).allMatch(t -> t >= 0 && t < 1000);
      assertThat(Arrays.stream(batch.timesteps()).average().orElseThrow())
          .isCloseTo(500, within(150.0));
    }
  }

  @Test
  void timestepsOfTheFocusAreDrawnForItsShare() {
    String focus = "train.focus={share: 0.75, from: 100, to: 199}";
    try (BatchSource source = source(store, "train.batch=512", "train.timestep_power=1", focus)) {
      int[] t = source.at(0).timesteps();
      double inside = Arrays.stream(t).filter(one -> one >= 100 && one < 200).count();
      assertThat(inside / t.length).isCloseTo(0.75 + 0.25 * 0.1, within(0.06));
      assertThat(Arrays.stream(t)).anyMatch(one -> one < 100).anyMatch(one -> one >= 200);
    }
  }

  @Test
  void masksAreNotNeeded(@TempDir Path folder) throws IOException {
    Path bare = SquareStore.withLabelsOnly(folder);
    assertThat(Files.exists(bare.resolve("masks.npy"))).isFalse();
    try (SliceStore labelled = SliceStore.open(bare);
        BatchSource fromLabels = source(labelled);
        BatchSource fromMasks = source(store)) {
      assertSame(fromLabels.at(3), fromMasks.at(3));
    }
  }

  @Test
  void aStoreWithoutOneOfTheClassesIsRefused(@TempDir Path folder) throws IOException {
    Path bare = SquareStore.withLabelsOnly(folder);
    Path table = bare.resolve("slices.csv");
    List<String> lines = Files.readAllLines(table);
    Files.write(table, lines.stream().map(BatchSourceTest::withoutPositives).toList());
    try (SliceStore healthy = SliceStore.open(bare)) {
      assertThatThrownBy(() -> source(healthy).close())
          .isInstanceOf(UserError.class)
          .hasMessageContaining("has no training slices of class 1");
    }
  }

  /** The line of {@code slices.csv} with label 0 in place of 1. */
  private static String withoutPositives(String line) {
    String[] cells = line.split(",");
    if (cells[3].equals("1")) {
      cells[3] = "0";
    }
    return String.join(",", cells);
  }

  private static double shareOfPositives(String... choice) {
    List<String> assignments = new ArrayList<>(List.of(choice));
    assignments.add("train.batch=64");
    try (BatchSource source = source(store, assignments.toArray(String[]::new))) {
      int positives = 0;
      for (int step = 0; step < 10; step++) {
        positives += Arrays.stream(source.at(step).labels()).sum();
      }
      return positives / 640.0;
    }
  }

  private static double shareTold(String dropout) {
    try (BatchSource source = source(store, dropout, "train.batch=64")) {
      double told = 0;
      for (int step = 0; step < 10; step++) {
        for (float one : source.at(step).told()) {
          told += one;
        }
      }
      return told / 640;
    }
  }

  private static boolean hasSquare(float[] images, int index) {
    int bright = 0;
    for (int p = index * 256; p < (index + 1) * 256; p++) {
      bright += images[p] > 0.9f ? 1 : 0;
    }
    return bright >= 25;
  }

  private static float[] image(int index) {
    float[] pixels = new float[SquareStore.SIDE * SquareStore.SIDE];
    store.readImage(index, pixels, 0);
    return pixels;
  }

  private static void assertSame(Batch actual, Batch expected) {
    assertThat(actual.images()).isEqualTo(expected.images());
    assertThat(actual.noise()).isEqualTo(expected.noise());
    assertThat(actual.timesteps()).isEqualTo(expected.timesteps());
    assertThat(actual.labels()).isEqualTo(expected.labels());
    assertThat(actual.positions()).isEqualTo(expected.positions());
  }

  private static String[] plain(String assignment) {
    return new String[] {
      "train.augment={flip: false, shift: 0, gain: 0}", assignment,
    };
  }

  private static BatchSource source(SliceStore store, String... assignments) {
    return new DiffusionTask(TinyRun.settings(assignments)).batches(store);
  }
}
