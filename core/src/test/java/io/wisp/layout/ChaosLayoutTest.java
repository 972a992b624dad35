package io.wisp.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.Progress;
import io.wisp.UserError;
import io.wisp.base.Folders;
import io.wisp.dataset.Layouts;
import io.wisp.dataset.PatientSplit;
import io.wisp.dicom.DicomBytes;
import io.wisp.slices.Preparation;
import io.wisp.slices.PrepareOptions;
import io.wisp.slices.SliceRecipe;
import io.wisp.slices.SliceRecord;
import io.wisp.slices.SliceStore;
import io.wisp.testing.TinyScans;
import io.wisp.volume.Regridding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChaosLayoutTest {
  private static final int LIVER = 63;
  private static final int RIGHT_KIDNEY = 126;
  private static final int LEFT_KIDNEY = 189;
  private static final int SPLEEN = 252;

  @TempDir private Path folder;

  @Test
  void isFoundByItselfFromAnyFolderAboveTheCases() {
    patient("1");
    assertThat(Layouts.of(folder.resolve("src")).name()).isEqualTo("chaos");
    assertThat(Layouts.of(folder.resolve("src/Train_Sets/MR")).name()).isEqualTo("chaos");
  }

  @Test
  void truthGoesAlongWithItsSliceWhenNamesAndPositionsDisagree() {
    patient("1");
    prepare(options());
    try (SliceStore store = SliceStore.open(folder.resolve("store"))) {
      assertThat(store.slices()).extracting(SliceRecord::label).containsExactly(0, 1, 1, 0);
      assertThat(store.slices().get(0).columnSpacing()).isEqualTo(1.25);
      byte[] mask = new byte[64];
      store.readMask(1, mask, 0);
      assertThat(mask[0]).isEqualTo((byte) 1);
      assertThat(mask[7]).isZero();
      store.readMask(2, mask, 0);
      assertThat(mask[0]).isZero();
      assertThat(mask[7]).isEqualTo((byte) 1);
      float[] image = new float[64];
      store.readImage(1, image, 0);
      assertThat(image[0]).isGreaterThan(image[1]);
    }
  }

  @Test
  void anyOrganOrUnionMayBeTheObject() {
    patient("1");
    assertThat(labels("liver")).containsExactly(1, 0, 0, 0);
    assertThat(labels("right-kidney")).containsExactly(0, 1, 0, 0);
    assertThat(labels("left-kidney+spleen")).containsExactly(0, 0, 1, 1);
    assertThat(labels("all")).containsExactly(1, 1, 1, 1);
    assertThat(labels("240-255")).containsExactly(0, 0, 0, 1);
    assertThatThrownBy(() -> labels("heart"))
        .isInstanceOf(UserError.class)
        .hasMessageContainingAll("no object \"heart\"", "left-kidney", "spleen");
    assertThatThrownBy(() -> labels("30"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no mask in");
  }

  @Test
  void picturesOfOtherNamesBelongToTheFilesInTheOrderOfNames() throws IOException {
    patient("1");
    for (int i = 1; i <= 4; i++) {
      Files.move(ground("1", "IMG-" + i), ground("1", "truth-" + i));
    }
    assertThat(labels("liver")).containsExactly(1, 0, 0, 0);
  }

  @Test
  void aMissingPictureOrSliceIsNamed() throws IOException {
    patient("1");
    Files.delete(ground("1", "IMG-2"));
    refused("case 1 has 4 DICOM files but 3 pictures", "no picture for IMG-2");
    truth("1", 2, RIGHT_KIDNEY, 0);
    Files.delete(series("1").resolve("IMG-1.dcm"));
    refused("case 1 has 3 DICOM files but 4 pictures", "no DICOM file for IMG-1");
    slice("1", 1, 30);
    Files.delete(series("1").resolve("IMG-2.dcm"));
    Files.delete(ground("1", "IMG-2"));
    refused("a file of the series in", "is missing: between");
  }

  @Test
  void aPictureOfAnotherSizeIsNamed() {
    patient("1");
    TinyScans.picture(ground("1", "IMG-2"), 8, 9);
    refused("the slice IMG-2.dcm has 8x8 pixels but its mask", "IMG-2.png 8x9");
  }

  @Test
  void aCaseWithoutTruthOrSequenceIsNamed() throws IOException {
    patient("1");
    assertThatThrownBy(() -> prepare(options().withRecipe(recipe("t1dual-in"))))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no t1dual-in series found");
    assertThatThrownBy(() -> prepare(options().withRecipe(recipe("t2spir,t1dual-in"))))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("case 1 has no folder");
    assertThatThrownBy(() -> prepare(options().withRecipe(recipe("flair"))))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("ask for t2spir, t1dual-in");
    Folders.remove(ground("1", "x").getParent());
    refused("case 1 in", "has no mask", "its folder Ground");
  }

  @Test
  void phasesAreTakenAsTwoChannels() {
    for (String phase : new String[] {"InPhase", "OutPhase"}) {
      for (int i = 1; i <= 2; i++) {
        DicomBytes.slice(8, 8, 0, 0, 10 * i)
            .pixels(ramp(phase.equals("InPhase") ? i : 10 * i))
            .writeTo(root("1").resolve("T1DUAL/DICOM_anon").resolve(phase).resolve(i + ".dcm"));
      }
    }
    for (int i = 1; i <= 2; i++) {
      TinyScans.picture(root("1").resolve("T1DUAL/Ground/" + i + ".png"), 8, 8);
    }
    prepare(options().withRecipe(recipe("t1dual-in,t1dual-out")));
    try (SliceStore store = SliceStore.open(folder.resolve("store"))) {
      assertThat(store.channels()).isEqualTo(2);
    }
  }

  @Test
  void slicesThatAreResampledKeepTheNearestTruth() {
    patient("1");
    for (int i = 5; i <= 8; i++) {
      slice("1", i, -7 * (i - 4));
      truth("1", i, i == 8 ? LIVER : SPLEEN, 0);
    }
    for (int i = 1; i <= 4; i++) {
      slice("1", i, 16 - 4 * i);
    }
    refused("distances of the slices");
    prepare(options().withRegridding(Regridding.RESAMPLE).withObject("liver"));
    try (SliceStore store = SliceStore.open(folder.resolve("store"))) {
      // From the bottom: -28 is liver, then spleen up to -7, 0 is liver, then others up to 12.
      assertThat(store.slices())
          .extracting(SliceRecord::label)
          .containsExactly(1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0);
      assertThat(store.storeRecipe().cases().get(0).resampled()).contains("11 slices, 4 mm apart");
    }
  }

  @Test
  void allSeriesOfAFolderAreCasesOfOnePatient() throws IOException {
    patient("1");
    series("2", 5, "IMG-");
    series("2", 7, "IMG-x");
    prepare(options().withSeries("all").withObject("all"));
    try (SliceStore store = SliceStore.open(folder.resolve("store"))) {
      assertThat(store.slices()).extracting(SliceRecord::caseId).contains("1", "2_series-5");
      assertThat(store.slices()).extracting(SliceRecord::label).containsOnly(1).hasSize(12);
      assertThat(PatientSplit.patient("2_series-5")).isEqualTo("2");
      assertThat(store.storeRecipe().leftOut()).isEmpty();
    }
    Files.delete(ground("2", "IMG-x2"));
    assertThatThrownBy(() -> prepare(options().withSeries("all")))
        .hasMessageContaining("case 2_series-7 has 4 DICOM files but 3 pictures");
    for (int i : new int[] {1, 3, 4}) {
      Files.delete(ground("2", "IMG-x" + i));
    }
    assertThatThrownBy(() -> prepare(options().withSeries("all")))
        .hasMessageContainingAll("case 2_series-7", "has no mask", "pictures called as its files");
  }

  /** Four slices whose names run against their positions: spleen, kidneys, liver from the top. */
  private void patient(String id) {
    for (int i = 1; i <= 4; i++) {
      slice(id, i, 40 - 10 * i);
    }
    truth(id, 1, SPLEEN, 0);
    truth(id, 2, LEFT_KIDNEY, 7);
    truth(id, 3, RIGHT_KIDNEY, 0);
    truth(id, 4, LIVER, 0);
  }

  private void slice(String id, int number, double z) {
    int[] pixels = ramp(number);
    pixels[0] = 1000 + number;
    DicomBytes.slice(8, 8, 0, 0, z)
        .pixels(pixels)
        .writeTo(series(id).resolve("IMG-" + number + ".dcm"));
  }

  private void series(String id, int number, String prefix) {
    for (int i = 1; i <= 4; i++) {
      DicomBytes.slice(8, 8, 0, 0, 10 * i)
          .text(0x00200011, "IS", String.valueOf(number))
          .text(0x0020000E, "UI", "1.2." + number)
          .pixels(ramp(i))
          .writeTo(series(id).resolve(prefix + i + ".dcm"));
      TinyScans.dot(ground(id, prefix + i), 8, 8, 0, 0, LIVER);
    }
  }

  private static int[] ramp(int number) {
    int[] pixels = new int[64];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = 10 * number + i;
    }
    return pixels;
  }

  private void truth(String id, int number, int grey, int column) {
    TinyScans.dot(ground(id, "IMG-" + number), 8, 8, column, 0, grey);
  }

  private Path root(String id) {
    return folder.resolve("src/Train_Sets/MR").resolve(id);
  }

  private Path series(String id) {
    return root(id).resolve("T2SPIR/DICOM_anon");
  }

  private Path ground(String id, String name) {
    return root(id).resolve("T2SPIR/Ground").resolve(name + ".png");
  }

  private static SliceRecipe recipe(String modality) {
    return SliceRecipe.DEFAULT.withSize(8).withMinContent(0).withModality(modality);
  }

  private PrepareOptions options() {
    return PrepareOptions.of(folder.resolve("src"), folder.resolve("store"))
        .withRecipe(recipe("t2spir"))
        .withLayout(Layouts.named("chaos"))
        .withOverwrite(true);
  }

  private java.util.List<Integer> labels(String object) {
    prepare(options().withObject(object));
    try (SliceStore store = SliceStore.open(folder.resolve("store"))) {
      return store.slices().stream().map(SliceRecord::label).toList();
    }
  }

  private static void prepare(PrepareOptions options) {
    Preparation.run(options, Progress.SILENT);
  }

  private void refused(String... parts) {
    assertThatThrownBy(() -> prepare(options()))
        .isInstanceOf(UserError.class)
        .hasMessageContainingAll(parts);
  }
}
