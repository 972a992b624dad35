package io.wisp.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.Progress;
import io.wisp.UserError;
import io.wisp.dataset.ObjectChoice;
import io.wisp.dataset.SourceCase;
import io.wisp.dataset.Split;
import io.wisp.slices.Preparation;
import io.wisp.slices.PrepareOptions;
import io.wisp.slices.PrepareSummary;
import io.wisp.slices.SliceRecipe;
import io.wisp.slices.SliceRecord;
import io.wisp.slices.SliceStore;
import io.wisp.testing.TinyScans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureLayoutTest {
  @TempDir private Path folder;

  @Test
  void namesTellCaseAndSlice() {
    picture("training/normal/BraTS20_Training_001_70.png");
    picture("training/tumor/BraTS20_Training_001_77.png");
    mask("training/seg/BraTS20_Training_001_77.png");
    PictureCase found = (PictureCase) PictureFolder.find(folder, ObjectChoice.ALL).get(0);
    assertThat(found.id()).isEqualTo("BraTS20_Training_001");
    assertThat(found.pictures()).extracting(PictureCase.Picture::slice).containsExactly(70, 77);
    assertThat(found.pictures())
        .extracting(picture -> picture.label().getAsInt())
        .containsExactly(0, 1);
    assertThat(found.hasMasks()).isTrue();
  }

  @Test
  void anyOtherNameIsACaseOfItsOwn() {
    picture("training/normal/BraTS20_Training_001.png");
    picture("training/normal/0012.png");
    picture("training/tumor/0012.jpg");
    assertThat(PictureFolder.find(folder, ObjectChoice.ALL))
        .extracting(SourceCase::id)
        .containsExactly("0012", "BraTS20_Training_001", "train-tumor-0012");
  }

  @Test
  void foldersGiveLabelsAndSplit() {
    picture("training/normal/BraTS_1_3.png");
    picture("training/tumor/BraTS_1_4.png");
    mask("training/seg/BraTS_1_4.png");
    picture("validation/tumor/BraTS_2_4.jpeg");
    mask("validation/seg/BraTS_2_4.jpg");
    Path store = folder.resolve("store");
    Preparation.run(
        PrepareOptions.of(folder, store).withRecipe(SliceRecipe.DEFAULT.withSize(8)),
        Progress.SILENT);
    try (SliceStore opened = SliceStore.open(store)) {
      assertThat(opened.slices())
          .extracting(SliceRecord::split)
          .containsExactly(Split.TRAIN, Split.TRAIN, Split.TEST);
      assertThat(opened.slices()).extracting(SliceRecord::label).containsExactly(0, 1, 1);
      assertThat(opened.slices().get(0).rowSpacing()).isNaN();
      byte[] mask = new byte[64];
      opened.readMask(2, mask, 0);
      assertThat(mask[2 * 8]).isEqualTo((byte) 1);
      assertThat(mask[63]).isZero();
    }
  }

  @Test
  void anyNumberOfClassFoldersGivesAsManyLabels() throws IOException {
    for (String name : List.of("glioma", "normal", "meningioma", "pituitary")) {
      picture("training/" + name + "/" + name + ".png");
      picture("validation/" + name + "/v" + name + ".png");
    }
    Files.createDirectories(folder.resolve("training/empty"));
    Path store = folder.resolve("store");
    PrepareSummary summary =
        Preparation.run(
            PrepareOptions.of(folder, store).withRecipe(SliceRecipe.DEFAULT.withSize(8)),
            Progress.SILENT);
    assertThat(summary.classNames()).containsExactly("normal", "glioma", "meningioma", "pituitary");
    assertThat(summary.splits())
        .extracting(PrepareSummary.Side::labels)
        .containsExactly(List.of(1, 1, 1, 1), List.of(1, 1, 1, 1));
    try (SliceStore opened = SliceStore.open(store)) {
      assertThat(opened.classes()).isEqualTo(4);
      assertThat(opened.storeRecipe().classNames()).isEqualTo(summary.classNames());
      assertThat(opened.slices())
          .filteredOn(slice -> slice.caseId().equals("vmeningioma"))
          .extracting(SliceRecord::label)
          .containsExactly(2);
    }
  }

  @Test
  void numberedClassesAreLabelledInTheOrderOfTheirNumbers() {
    for (int grade = 0; grade <= 10; grade++) {
      picture("training/" + grade + "/a" + grade + "x.png");
    }
    assertThat(PictureFolder.classes(folder)).element(10).isEqualTo("10");
    assertThat(PictureFolder.classes(folder)).element(2).isEqualTo("2");
  }

  @Test
  void aPatientOnBothSidesIsRefused() {
    picture("training/normal/BraTS_1_3.png");
    picture("validation/normal/BraTS_1_9.png");
    assertThatThrownBy(
            () ->
                Preparation.run(
                    PrepareOptions.of(folder, folder.resolve("store")), Progress.SILENT))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("patient BraTS_1 is in both splits");
  }

  @Test
  void aTumorWithoutItsMaskIsRefused() {
    picture("training/tumor/BraTS_1_3.png");
    mask("training/seg/BraTS_1_4.png");
    assertThatThrownBy(
            () ->
                Preparation.run(
                    PrepareOptions.of(folder, folder.resolve("store")), Progress.SILENT))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("has no mask");
  }

  @Test
  void aMaskOfAnotherSizeIsRefused() {
    picture("training/tumor/BraTS_1_3.png");
    TinyScans.pictureMask(folder.resolve("training/seg/BraTS_1_3.png"), 9, 16);
    assertThatThrownBy(
            () ->
                Preparation.run(
                    PrepareOptions.of(folder, folder.resolve("store")), Progress.SILENT))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("16x16 pixels but its mask");
  }

  @Test
  void aFileThatIsNoPictureIsRefused() {
    picture("training/normal/BraTS_1_3.png");
    Path broken = TinyScans.text(folder.resolve("training/normal/BraTS_1_4.png"), "nothing");
    assertThatThrownBy(() -> PictureFile.read(broken))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is not a PNG, JPEG, TIFF, BMP or GIF picture");
  }

  private void picture(String name) {
    TinyScans.picture(folder.resolve(name), 16, 16);
  }

  private void mask(String name) {
    TinyScans.pictureMask(folder.resolve(name), 16, 16);
  }
}
