package io.wisp.slices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wisp.Progress;
import io.wisp.UserError;
import io.wisp.base.FolderLock;
import io.wisp.dataset.PatientSplit;
import io.wisp.dataset.SplitChoice;
import io.wisp.nifti.DataType;
import io.wisp.testing.TinyScans;
import io.wisp.volume.Geometry;
import io.wisp.volume.Volume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparationTest {
  private static final SliceRecipe SMALL = SliceRecipe.DEFAULT.withSize(8);

  @TempDir private Path folder;
  private Path source;
  private Path store;

  @BeforeEach
  void name() {
    source = folder.resolve("source");
    store = folder.resolve("store");
  }

  @Test
  void keepsSlicesWithContentInOrderOfCaseAndPlace() {
    TinyScans.brats(source, "b", "a", "c");
    PrepareSummary summary = prepare(options());
    try (SliceStore opened = SliceStore.open(store)) {
      assertThat(opened.slices()).extracting(SliceRecord::caseId).containsSequence("a", "b", "b");
      assertThat(opened.slices()).extracting(SliceRecord::slice).startsWith(1, 2, 3, 4, 5, 1);
      assertThat(opened.slices()).extracting(SliceRecord::label).startsWith(0, 0, 1, 1, 0, 0);
      assertThat(opened.size()).isEqualTo(15);
    }
    assertThat(summary.dropped()).isEqualTo(3);
    assertThat(summary.positives()).isEqualTo(6);
    assertThat(summary.splits()).extracting(PrepareSummary.Side::cases).containsExactly(2, 1);
  }

  @Test
  void imagesAreInRangeAndMasksLieOnThem() {
    TinyScans.brats(source, "a", "b");
    prepare(options());
    try (SliceStore opened = SliceStore.open(store)) {
      float[] image = new float[64];
      byte[] mask = new byte[64];
      opened.readImage(2, image, 0);
      opened.readMask(2, mask, 0);
      for (float pixel : image) {
        assertThat(pixel).isBetween(-1f, 1f);
      }
      assertThat(mask[3 * 8 + 3]).isEqualTo((byte) 1);
      assertThat(mask[0]).isZero();
    }
  }

  @Test
  void storesTheSpacingOfTheModelsPixels() {
    TinyScans.brats(source, "a", "b");
    prepare(options());
    try (SliceStore opened = SliceStore.open(store)) {
      assertThat(opened.slices().get(0).columnSpacing()).isEqualTo(2.0 * 12 / 8, within(1e-6));
      assertThat(opened.slices().get(0).rowSpacing()).isEqualTo(3.0 * 12 / 8, within(1e-6));
    }
  }

  @Test
  void theSameSourceGivesTheSameBytesWithAnyNumberOfWorkers() throws IOException {
    TinyScans.brats(source, "a", "b", "c", "d", "e", "f");
    prepare(options().withWorkers(1));
    Path other = folder.resolve("other");
    Preparation.run(
        PrepareOptions.of(source, other).withRecipe(SMALL).withWorkers(4), Progress.SILENT);
    try (Stream<Path> files = Files.list(store)) {
      for (Path file : files.toList()) {
        assertThat(other.resolve(file.getFileName())).hasSameBinaryContentAs(file);
      }
    }
  }

  @Test
  void aPositiveSliceWhoseMaskVanishesKeepsItsLabel() {
    TinyScans.brats(source, "a", "b");
    Geometry geometry = TinyScans.geometry();
    float[] voxels = new float[TinyScans.NX * TinyScans.NY * TinyScans.NZ];
    voxels[TinyScans.NX * TinyScans.NY * 2] = 1;
    Path mask = source.resolve("a").resolve("a_seg.nii.gz");
    TinyScans.write(mask, new Volume(geometry, voxels), DataType.UINT8);
    PrepareSummary summary = prepare(options().withRecipe(SMALL.withSize(4)));
    assertThat(summary.vanished()).isEqualTo(1);
    try (SliceStore opened = SliceStore.open(store)) {
      assertThat(opened.slices()).extracting(SliceRecord::label).startsWith(0, 1, 0, 0, 0);
    }
  }

  @Test
  void aGivenSplitIsKept() {
    TinyScans.brats(source, "a", "b", "c");
    prepare(options().withSplit(0.5, 3));
    Path split = store.resolve(PatientSplit.FILE);
    Path other = folder.resolve("other");
    Preparation.run(
        PrepareOptions.of(source, other).withRecipe(SMALL).withSplit(new SplitChoice.Given(split)),
        Progress.SILENT);
    assertThat(other.resolve(PatientSplit.FILE)).hasSameTextualContentAs(split);
  }

  @Test
  void labelsOfAFileStandInForMasks() throws IOException {
    TinyScans.brats(source, "a", "b", "c");
    for (String id : List.of("a", "b", "c")) {
      Files.delete(source.resolve(id).resolve(id + "_seg.nii.gz"));
    }
    Path labels = TinyScans.text(folder.resolve("l.csv"), "case,label", "a,0", "b,1", "c,2");
    PrepareSummary summary = prepare(options().withLabels(labels));
    assertThat(summary.masks()).isFalse();
    try (SliceStore opened = SliceStore.open(store)) {
      assertThat(opened.classes()).isEqualTo(3);
      assertThat(opened.hasMasks()).isFalse();
      assertThat(opened.slices())
          .filteredOn(s -> s.caseId().equals("c"))
          .allMatch(s -> s.label() == 2);
    }
  }

  @Test
  void aCaseWithoutMaskOrLabelIsRefused() throws IOException {
    TinyScans.brats(source, "a", "b");
    Files.delete(source.resolve("b").resolve("b_seg.nii.gz"));
    refused(options(), "case b in", "or give a file of case,slice,label");
  }

  @Test
  void slicesWithoutLabelAreLeftOutIfAskedFor() {
    TinyScans.brats(source, "a", "b", "c");
    Path few =
        TinyScans.text(folder.resolve("few.csv"), "case,slice,label", "a,0,0", "a,2,1", "b,3,0");
    prepare(options().withLabels(few).withOnlyLabelled(true));
    try (SliceStore opened = SliceStore.open(store)) {
      assertThat(opened.slices()).extracting(SliceRecord::caseId).containsExactly("a", "b");
      assertThat(opened.slices()).extracting(SliceRecord::slice).containsExactly(2, 3);
      assertThat(opened.slices()).extracting(SliceRecord::label).containsExactly(1, 0);
    }
  }

  @Test
  void aLabelFileMustNameEverySliceAndKnownCasesOnly() {
    TinyScans.brats(source, "a");
    Path few =
        TinyScans.text(folder.resolve("few.csv"), "case,slice,label", "a,0,0", "a,1,0", "a,2,0");
    refused(options().withLabels(few), "no label for slice 3 of case a", "\"a,3,1\"");
    Path wrong = TinyScans.text(folder.resolve("wrong.csv"), "case,label", "a,0", "z,1");
    refused(options().withLabels(wrong), "names the case \"z\"");
    Path far = TinyScans.text(folder.resolve("far.csv"), "case,slice,label", "a,17,0");
    refused(options().withLabels(far), "slice 17 of a", "6 slices");
  }

  @Test
  void aMaskOfAnotherShapeIsRefused() {
    TinyScans.brats(source, "BraTS_007");
    TinyScans.mask(
        source.resolve("BraTS_007").resolve("BraTS_007_seg.nii.gz"),
        Geometry.of(12, 10, 5, 2, 3, 4));
    refused(
        options(),
        "flair volume BraTS_007 and its mask lie on different grids",
        "12x10x6 voxels of 2x3x4 mm, origin (-11, -13.5, -10), axes RAS",
        "12x10x5 voxels of 2x3x4 mm, origin (-11, -13.5, -8), axes RAS");
  }

  @Test
  void severalKindsOfScanBecomeChannels() {
    TinyScans.brats(source, "a", "b");
    for (String id : List.of("a", "b")) {
      TinyScans.scan(source.resolve(id).resolve(id + "_t1.nii"), TinyScans.geometry(), 7);
    }
    prepare(options().withRecipe(SMALL.withModality("t1,flair")));
    try (SliceStore opened = SliceStore.open(store);
        SliceStore flair = flairOnly()) {
      assertThat(opened.channels()).isEqualTo(2);
      float[] both = new float[128];
      float[] one = new float[64];
      opened.readImage(3, both, 0);
      flair.readImage(3, one, 0);
      assertThat(Arrays.copyOfRange(both, 64, 128)).containsExactly(one);
      assertThat(Arrays.copyOf(both, 64)).isNotEqualTo(one);
    }
  }

  private SliceStore flairOnly() {
    Path other = folder.resolve("flair");
    Preparation.run(PrepareOptions.of(source, other).withRecipe(SMALL), Progress.SILENT);
    return SliceStore.open(other);
  }

  @Test
  void aChannelThatIsMissingOrLiesElsewhereIsNamed() {
    TinyScans.brats(source, "a", "b");
    Path first = source.resolve("a").resolve("a_t1.nii");
    TinyScans.scan(first, TinyScans.geometry(), 7);
    PrepareOptions both = options().withRecipe(SMALL.withModality("flair,t1"));
    refused(both, "case", "b_flair.nii.gz, but no t1 scan");
    TinyScans.scan(source.resolve("b").resolve("b_t1.nii"), Geometry.of(12, 10, 5, 2, 3, 4), 7);
    refused(
        both,
        "flair volume b and its t1 volume lie on different grids",
        "12x10x6 voxels of 2x3x4 mm, origin (-11, -13.5, -10), axes RAS",
        "12x10x5 voxels");
    assertThatThrownBy(() -> SMALL.withModality("t1,,t2")).isInstanceOf(UserError.class);
    assertThatThrownBy(() -> SMALL.withModality("t1,t1")).isInstanceOf(UserError.class);
  }

  @Test
  void oneOfTheTumoursPartsMayBeTheObject() {
    TinyScans.brats(source, "a", "b");
    prepare(options().withObject("4"));
    try (SliceStore opened = SliceStore.open(store)) {
      assertThat(opened.slices()).extracting(SliceRecord::label).startsWith(0, 0, 0, 1, 0);
    }
    prepare(options().withObject("enhancing").withOverwrite(true));
    try (SliceStore opened = SliceStore.open(store)) {
      assertThat(opened.slices()).extracting(SliceRecord::label).startsWith(0, 0, 1, 1, 0);
    }
    refused(options().withObject("edema").withOverwrite(true), "no mask in", "\"edema\"");
  }

  @Test
  void testSlicesWithASmallObjectAreDroppedOnlyWhenAsked() {
    TinyScans.brats(source, "a", "b", "c");
    PrepareSummary all = prepare(options());
    assertThat(all.sizes()).isEqualTo(new PrepareSummary.ObjectSizes(0.05, 2, 2, false));
    PrepareSummary few = prepare(options().withMinObject(0.2).withOverwrite(true));
    assertThat(few.sizes()).isEqualTo(new PrepareSummary.ObjectSizes(0.2, 2, 0, true));
    assertThat(few.splits().get(0)).isEqualTo(all.splits().get(0));
    assertThat(few.splits().get(1).labels()).containsExactly(3, 0);
    assertThatThrownBy(() -> options().withMinObject(1)).isInstanceOf(UserError.class);
  }

  @Test
  void theTableTellsHowMuchOfASliceTheObjectCovers() {
    TinyScans.brats(source, "a", "b");
    prepare(options());
    try (SliceStore opened = SliceStore.open(store)) {
      assertThat(opened.slices().get(2).coverage()).isEqualTo(16.0 / 120);
      assertThat(opened.slices().get(0).coverage()).isZero();
    }
  }

  @Test
  void foldsTestEveryCaseOnce() {
    TinyScans.brats(source, "a", "b", "c", "d");
    PrepareSummary summary = prepare(options().withSplit(new SplitChoice.Fold(4, 2, 1)));
    assertThat(summary.splits()).extracting(PrepareSummary.Side::cases).containsExactly(3, 1);
    StoreRecipe recipe = StoreRecipe.read(store.resolve(StoreRecipe.FILE));
    assertThat(recipe.folds()).isEqualTo(4);
    assertThat(recipe.fold()).isEqualTo(2);
  }

  @Test
  void storesOfOlderVersionsAreStillOpened() throws IOException {
    TinyScans.brats(source, "a", "b");
    prepare(options());
    Path table = store.resolve(SliceTable.FILE);
    List<String> lines =
        Files.readAllLines(table).stream().map(l -> l.substring(0, l.lastIndexOf(','))).toList();
    Files.write(table, lines);
    Path recipe = store.resolve(StoreRecipe.FILE);
    String text =
        Files.readString(recipe).replaceAll("(?s)\"ranges\" : \\[.*?\\]", "\"low\" : 1.0");
    Files.writeString(recipe, text);
    try (SliceStore opened = SliceStore.open(store)) {
      assertThat(opened.slices().get(2).coverage()).isNaN();
    }
  }

  @Test
  void aFailureLeavesNothingBehind() throws IOException {
    TinyScans.brats(source, "a", "b");
    TinyScans.text(source.resolve("b").resolve("b_flair.nii.gz"), "no volume");
    assertThatThrownBy(() -> prepare(options())).isInstanceOf(UserError.class);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(source);
    }
  }

  @Test
  void aStoreIsMadeOnceAtATime() throws IOException {
    TinyScans.brats(source, "a", "b");
    try (FolderLock lock = FolderLock.beside(store)) {
      refused(options(), "is in use");
      refused(options().withOverwrite(true), "is in use");
    }
    prepare(options());
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactlyInAnyOrder(source, store);
    }
  }

  @Test
  void aStoreIsReplacedOnlyWhenAsked() {
    TinyScans.brats(source, "a", "b");
    prepare(options());
    refused(options(), "exists: replace it");
    prepare(options().withRecipe(SMALL.withSize(6)).withOverwrite(true));
    try (SliceStore opened = SliceStore.open(store)) {
      assertThat(opened.imageSize()).isEqualTo(6);
    }
  }

  @Test
  void aFolderThatIsNoStoreIsNeverReplaced() {
    TinyScans.brats(source, "a", "b");
    PrepareOptions ontoSource =
        PrepareOptions.of(source, source).withRecipe(SMALL).withOverwrite(true);
    refused(ontoSource, "is not a store of slices");
    assertThat(source.resolve("a")).isDirectory();
  }

  @Test
  void constantAndBrokenVoxelsAreHandled() {
    TinyScans.brats(source, "a", "b");
    Volume tissue = TinyScans.tissue(TinyScans.geometry(), 5);
    tissue.voxels()[500] = Float.NaN;
    tissue.voxels()[501] = Float.POSITIVE_INFINITY;
    Path scan = source.resolve("a").resolve("a_flair.nii.gz");
    TinyScans.write(scan, tissue, DataType.FLOAT32);
    Path flat = source.resolve("b").resolve("b_flair.nii.gz");
    TinyScans.write(flat, tissue.withVoxels(new float[720]), DataType.FLOAT32);
    PrepareSummary summary = prepare(options());
    assertThat(summary.slices()).isEqualTo(5);
    assertThat(summary.droppedPositives()).isEqualTo(2);
  }

  @Test
  void aSourceWithoutContentIsRefused() {
    TinyScans.brats(source, "a");
    Path flat = source.resolve("a").resolve("a_flair.nii.gz");
    TinyScans.write(flat, new Volume(TinyScans.geometry(), new float[720]), DataType.UINT8);
    refused(options(), "none of the 6 slices", "lower the least content");
  }

  @Test
  void theRecipeTellsHowTheStoreWasMade() {
    TinyScans.brats(source, "a", "b");
    prepare(options().withSplit(0.5, 9));
    StoreRecipe recipe = StoreRecipe.read(store.resolve(StoreRecipe.FILE));
    assertThat(recipe.seed()).isEqualTo(9);
    assertThat(recipe.slices()).isEqualTo(SMALL);
    assertThat(recipe.cases().get(1).files()).containsExactly("b/b_flair.nii.gz", "b/b_seg.nii.gz");
    assertThat(recipe.cases().get(1).slices()).isEqualTo(6);
    assertThat(recipe.cases().get(1).kept()).isEqualTo(5);
  }

  private PrepareOptions options() {
    return PrepareOptions.of(source, store).withRecipe(SMALL).withWorkers(2);
  }

  private static PrepareSummary prepare(PrepareOptions options) {
    return Preparation.run(options, Progress.SILENT);
  }

  private static void refused(PrepareOptions options, String... parts) {
    assertThatThrownBy(() -> prepare(options))
        .isInstanceOf(UserError.class)
        .hasMessageContainingAll(parts);
  }
}
