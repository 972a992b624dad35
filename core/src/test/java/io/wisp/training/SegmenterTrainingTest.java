package io.wisp.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.UserError;
import io.wisp.activation.RunKind;
import io.wisp.mask.MaskRecipe;
import io.wisp.slices.SliceRecord;
import io.wisp.slices.SliceStore;
import io.wisp.testing.SquareStore;
import io.wisp.testing.TinyRun;
import io.wisp.testing.TinyRun.Session;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The supervised segmenter is trained with all that the others are trained with, and with masks.
 */
class SegmenterTrainingTest {
  @TempDir private Path folder;

  @Test
  void stoppedAndResumedItEqualsTheUninterruptedOne() {
    Path store = SquareStore.withMasks(folder);
    SegmenterTask task = new SegmenterTask(TinyRun.settings());
    Session whole = new Session(task, store, folder.resolve("whole"));
    whole.start();
    Session stopped = new Session(task, store, folder.resolve("stopped"));
    stopped.startAndStopAt(4);
    stopped.resume();
    assertThat(stopped.weights()).isEqualTo(whole.weights());
    assertThat(stopped.curve()).isEqualTo(whole.curve());
    assertThat(RunFolder.open(whole.run(), RunKind.SEGMENTER).factsText())
        .contains("\"kind\" : \"segmenter\"", "held_out_dice");
  }

  @Test
  void brightSquaresAreLearnedInAHundredSteps() {
    Path store = SquareStore.withMasks(folder);
    RunSettings settings =
        TinyRun.settings(
            "network.dropout=0",
            "segmenter.train.steps=100",
            "segmenter.train.batch=8",
            "segmenter.train.learning_rate=2.0e-3",
            "segmenter.train.ema=0.9",
            "segmenter.train.checkpoint_every=1000");
    Session session = new Session(new SegmenterTask(settings), store, folder.resolve("learned"));
    String sentence = session.start().remarks().get(0);
    double dice = Double.parseDouble(sentence.substring(sentence.lastIndexOf(' ') + 1));
    assertThat(dice).as(sentence).isGreaterThan(0.9);
  }

  @Test
  void ofThreeLabelsTheOneSoughtIsScored() {
    Path store = SquareStore.withLabels(folder, 1, 2);
    try (SliceStore three = SliceStore.open(store)) {
      assertThat(new HeldOutMasks(null, 2, MaskRecipe.ofProbability(0.5), 1).slices(three))
          .hasSize(2)
          .allMatch(slice -> slice.slice() == 5);
    }
    RunSettings settings = TinyRun.settings("network.num_classes=3", "contrast.present=2");
    Session session = new Session(new SegmenterTask(settings), store, folder.resolve("run"));
    assertThat(session.start().remarks().get(0)).contains("Dice on 2 positive slices");
  }

  @Test
  void withoutMasksItRefusesTheStore() {
    Path store = SquareStore.withLabelsOnly(folder);
    Session session =
        new Session(new SegmenterTask(TinyRun.settings()), store, folder.resolve("run"));
    assertThatThrownBy(session::start)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("has no masks, but a segmenter learns from masks");
  }

  @Test
  void onlyTheSegmenterIsGivenMasksAndTheyMoveWithTheirImages() {
    try (SliceStore store = SliceStore.open(SquareStore.withMasks(folder))) {
      RunSettings settings = TinyRun.settings("segmenter.network.neighbours=0");
      assertThat(new DiffusionTask(settings).batches(store).at(0).masks()).isEmpty();
      assertThat(new ClassifierTask(settings).batches(store).at(0).masks()).isEmpty();
      Batch batch = new SegmenterTask(settings).batches(store).at(0);
      assertThat(batch.masks()).hasSize(batch.images().length);
      double inside = 0;
      double outside = 0;
      for (int i = 0; i < batch.masks().length; i++) {
        inside = batch.masks()[i] == 1 ? Math.max(inside, 1 - batch.images()[i]) : inside;
        outside = batch.masks()[i] == 0 ? Math.max(outside, batch.images()[i]) : outside;
      }
      assertThat(inside).isLessThan(1 - outside);
    }
  }

  @Test
  void neighbouringSlicesAreChannelsAndTheLastOneIsItsOwnNeighbour() {
    try (SliceStore store = SliceStore.open(SquareStore.withMasks(folder))) {
      int pixels = store.imageSize() * store.imageSize();
      RunSettings settings =
          TinyRun.settings(
              "segmenter.network.neighbours=2",
              "segmenter.train.batch=40",
              "segmenter.train.augment={flip: false, shift: 0, gain: 0, rotation: 0, scale: 0,"
                  + " elastic: 0, gamma: 0, noise: 0, blur: 0}");
      Batch batch = new SegmenterTask(settings).batches(store).at(0);
      for (int i = 0; i < batch.size(); i++) {
        float[] own =
            Arrays.copyOfRange(batch.images(), (5 * i + 2) * pixels, (5 * i + 3) * pixels);
        int index =
            store.slices().stream()
                .mapToInt(SliceRecord::index)
                .filter(one -> Arrays.equals(store.image(one), own))
                .findFirst()
                .orElseThrow();
        for (int steps = -2; steps <= 2; steps++) {
          int from = (5 * i + 2 + steps) * pixels;
          assertThat(Arrays.copyOfRange(batch.images(), from, from + pixels))
              .isEqualTo(store.image(expectedBeside(store, index, steps)));
        }
      }
    }
  }

  private static int expectedBeside(SliceStore store, int index, int steps) {
    List<SliceRecord> sameCase =
        store.slices().stream()
            .filter(one -> one.caseId().equals(store.slices().get(index).caseId()))
            .toList();
    int place = sameCase.indexOf(store.slices().get(index));
    int wanted = Math.max(0, Math.min(sameCase.size() - 1, place + steps));
    return sameCase.get(wanted).index();
  }

  @Test
  void aMaskIsMirroredAndShiftedAsItsImage() {
    float[] image = new float[64];
    float[] mask = new float[64];
    java.util.Arrays.fill(image, -1);
    image[19] = 1;
    mask[19] = 1;
    for (int seed = 0; seed < 20; seed++) {
      Augmentation.Change change = new Augmentation(true, 2, 0).draw(new SplittableRandom(seed));
      float[] changedImage = image.clone();
      float[] changedMask = mask.clone();
      change.toImage(changedImage, 0, 1, 8);
      change.toMask(changedMask, 0, 8);
      for (int i = 0; i < 64; i++) {
        assertThat(changedMask[i] == 1).isEqualTo(changedImage[i] == 1);
      }
    }
  }
}
