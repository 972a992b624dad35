package io.wisp.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.Progress;
import io.wisp.UserError;
import io.wisp.dataset.Axis;
import io.wisp.dataset.Layouts;
import io.wisp.dataset.PatientSplit;
import io.wisp.slices.IntensityRange;
import io.wisp.slices.Normalization;
import io.wisp.slices.Preparation;
import io.wisp.slices.PrepareOptions;
import io.wisp.slices.SliceRecipe;
import io.wisp.slices.SliceRecord;
import io.wisp.slices.SliceStore;
import io.wisp.slices.StoreRecipe;
import io.wisp.testing.TinyScans;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TcgaLayoutTest {
  private static final String CASE = "TCGA_CS_4941_19960909";

  @TempDir private Path folder;
  private Path place;

  @BeforeEach
  void writeCase() throws IOException {
    place = folder.resolve("src/kaggle_3m").resolve(CASE);
    Files.createDirectories(place);
    for (int slice : List.of(1, 2, 10)) {
      image(slice);
      TinyScans.pictureMask(mask(slice), 8, slice == 2 ? 8 : 1);
    }
    for (int slice : List.of(1, 10)) {
      TinyScans.dot(mask(slice), 8, 8, 0, 0, 0);
    }
    Files.writeString(folder.resolve("src/kaggle_3m/data.csv"), "Patient\n");
  }

  @Test
  void slicesAreInTheOrderOfTheirNumbersAndMasksTellTheLabels() {
    assertThat(Layouts.of(folder.resolve("src")).name()).isEqualTo("tcga");
    prepare("flair", "all");
    try (SliceStore store = SliceStore.open(folder.resolve("store"))) {
      assertThat(store.slices()).extracting(SliceRecord::slice).containsExactly(1, 2, 10);
      assertThat(store.slices()).extracting(SliceRecord::label).containsExactly(0, 1, 0);
      assertThat(store.slices()).extracting(SliceRecord::caseId).containsOnly(CASE);
      assertThat(store.slices().get(1).coverage()).isEqualTo(0.25);
    }
  }

  @Test
  void theMiddleChannelIsFlair() {
    prepare("flair", "all");
    try (SliceStore store = SliceStore.open(folder.resolve("store"))) {
      float[] image = new float[64];
      store.readImage(0, image, 0);
      assertThat(image[63]).isEqualTo(1);
      assertThat(image[0]).isEqualTo(-1);
    }
    StoreRecipe recipe = StoreRecipe.read(folder.resolve("store").resolve("recipe.json"));
    assertThat(recipe.cases().get(0).ranges()).containsExactly(new IntensityRange(1, 64));
  }

  @Test
  void severalKindsOfScanBecomeChannels() {
    prepare("t1,flair,t1ce", "all");
    try (SliceStore store = SliceStore.open(folder.resolve("store"))) {
      assertThat(store.channels()).isEqualTo(3);
      float[] image = new float[3 * 64];
      store.readImage(0, image, 0);
      assertThat(image[64]).isEqualTo(-1);
      assertThat(image[128]).isEqualTo(1);
    }
  }

  @Test
  void aMissingMaskOrSliceIsNamed() throws IOException {
    Files.delete(mask(2));
    refused("the mask of the slice", "_2.tif is missing");
    Files.delete(place.resolve(CASE + "_1.tif"));
    refused("the slice of the mask", "_1_mask.tif is missing");
  }

  @Test
  void aMaskOfAnotherSizeIsNamed() {
    TinyScans.dot(mask(2), 9, 8, 0, 0, 255);
    refused("_2.tif has 8x8 pixels but its mask", "9x8");
  }

  @Test
  void theSameCaseInTwoFoldersIsNamed() throws IOException {
    Path twin = folder.resolve("src/lgg-mri-segmentation/kaggle_3m").resolve(CASE);
    TinyScans.dot(twin.resolve(CASE + "_1.tif"), 8, 8, 0, 0, 1);
    TinyScans.dot(twin.resolve(CASE + "_1_mask.tif"), 8, 8, 0, 0, 1);
    refused(CASE + " is there twice", "name the folder above one of them");
  }

  @Test
  void aDayIsNoPatient() {
    assertThat(PatientSplit.patient(CASE)).isEqualTo("TCGA_CS_4941");
  }

  /** Before contrast all dark, FLAIR growing, after contrast falling. */
  private void image(int slice) throws IOException {
    BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 64; i++) {
      image.setRGB(i % 8, i / 8, ((i % 2) << 16) | ((i + 1) << 8) | (64 - i));
    }
    Path file = place.resolve(CASE + "_" + slice + ".tif");
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    ImageWriteParam packing = writer.getDefaultWriteParam();
    packing.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    packing.setCompressionType(slice == 2 ? "LZW" : "PackBits");
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), packing);
    } finally {
      writer.dispose();
    }
  }

  private Path mask(int slice) {
    return place.resolve(CASE + "_" + slice + "_mask.tif");
  }

  private void prepare(String modality, String object) {
    Preparation.run(
        PrepareOptions.of(folder.resolve("src"), folder.resolve("store"))
            .withRecipe(new SliceRecipe(Axis.AXIAL, 8, Normalization.MIN_MAX, 0, modality))
            .withObject(object),
        Progress.SILENT);
  }

  private void refused(String... parts) {
    assertThatThrownBy(() -> prepare("flair", "all"))
        .isInstanceOf(UserError.class)
        .hasMessageContainingAll(parts);
  }
}
