package io.wisp.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.UserError;
import io.wisp.dataset.Split;
import io.wisp.slices.SliceRecord;
import io.wisp.slices.SliceStore;
import io.wisp.testing.SquareStore;
import io.wisp.testing.TinyRun;
import io.wisp.testing.TinyRun.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of the eight training patients a quarter are held back. */
class HeldBackTest {
  private static final String PLAIN =
      "classifier.train.augment={flip: false, shift: 0, gain: 0, rotation: 0, scale: 0,"
          + " elastic: 0, gamma: 0, noise: 0, blur: 0}";

  @TempDir private static Path folder;
  private static Path store;

  @BeforeAll
  static void prepare() {
    store = SquareStore.withMasks(folder);
  }

  @Test
  void theyAreTrainingPatientsAndTheSameEachTime() {
    try (SliceStore slices = SliceStore.open(store)) {
      HeldBack held = HeldBack.of(slices, 0.25);
      assertThat(held.patients()).isEqualTo(2);
      assertThat(held.slices(slices))
          .hasSize(2 * 8)
          .allMatch(slice -> slice.split() == Split.TRAIN);
      assertThat(HeldBack.of(slices, 0.25)).isEqualTo(held);
      assertThat(HeldBack.of(slices, 0).cases()).isEmpty();
    }
  }

  @Test
  void noBatchHoldsTheirSlices() {
    RunSettings settings =
        TinyRun.settings("classifier.train.held_back=0.25", "classifier.train.batch=200", PLAIN);
    try (SliceStore slices = SliceStore.open(store);
        BatchSource source = new ClassifierTask(settings).batches(slices)) {
      List<SliceRecord> held = HeldBack.of(slices, 0.25).slices(slices);
      Batch batch = source.at(0);
      int pixels = SquareStore.SIDE * SquareStore.SIDE;
      for (int i = 0; i < batch.size(); i++) {
        float[] own = Arrays.copyOfRange(batch.images(), i * pixels, (i + 1) * pixels);
        assertThat(held).noneMatch(slice -> Arrays.equals(slices.image(slice.index()), own));
      }
    }
  }

  @Test
  void presenceIsCalibratedOnThemAndForgottenWithThem() throws IOException {
    Path run = folder.resolve("segmenter");
    RunSettings settings =
        TinyRun.settings(
            "segmenter.train.held_back=0.25",
            "segmenter.train.steps=80",
            "segmenter.train.batch=8",
            "segmenter.train.learning_rate=2.0e-3",
            "segmenter.train.ema=0.9",
            "segmenter.train.checkpoint_every=1000");
    String remark = new Session(new SegmenterTask(settings), store, run).start().remarks().get(0);
    FittedPresence fitted = FittedPresence.of(RunFolder.open(run)).orElseThrow();
    assertThat(remark).isEqualTo(fitted.sentence()).contains("on 16 slices of 2 patients");
    assertThat(fitted.label()).isEqualTo(1);
    assertThat(fitted.auroc()).isGreaterThan(0.9);
    assertThat(fitted.calibration().cut()).isBetween(0.0, 1.0);
    String written = Files.readString(run.resolve("presence.json"));
    Session again = new Session(new SegmenterTask(settings), store, run);
    again.resume();
    assertThat(run.resolve("presence.json")).hasContent(written);
    RunSettings without = settings.with(List.of("segmenter.train.held_back=0"));
    new Session(new SegmenterTask(without), store, run).resume();
    assertThat(FittedPresence.of(RunFolder.open(run))).isEmpty();
  }

  @Test
  void slicesThatAreNotToldApartGiveNoCalibration() {
    boolean[] positive = {true, false, true, false};
    double[] same = {0.5, 0.5, 0.5, 0.5};
    double[] wrong = {0.1, 0.9, 0.2, 0.8};
    double[] right = {0.4, 0.1, 0.3, 0.2};
    assertThat(FittedPresence.of(1, 2, same, positive)).isEmpty();
    assertThat(FittedPresence.of(1, 2, wrong, positive)).isEmpty();
    assertThat(FittedPresence.of(1, 2, right, new boolean[4])).isEmpty();
    Optional<FittedPresence> fitted = FittedPresence.of(1, 2, right, positive);
    assertThat(fitted.orElseThrow().f1()).isEqualTo(1);
  }

  @Test
  void networksThatSayNothingOfSlicesAreRefused() {
    assertThatThrownBy(() -> TinyRun.settings("train.held_back=0.1"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("the diffusion model does not say which slices hold the object");
    assertThatThrownBy(
            () ->
                TinyRun.settings(
                    "student.train.held_back=0.1", "segmenter.network.design=predictor"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("student.train.held_back is 0.1");
    assertThatThrownBy(() -> TinyRun.settings("student.train.held_back=0.6"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("must be in [0, 0.5]");
  }
}
