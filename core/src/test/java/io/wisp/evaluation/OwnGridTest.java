package io.wisp.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wisp.Progress;
import io.wisp.UserError;
import io.wisp.activation.RuleMethod;
import io.wisp.activation.RunKind;
import io.wisp.activation.SegmentationMethod;
import io.wisp.dataset.Axis;
import io.wisp.dataset.Split;
import io.wisp.engine.Engine;
import io.wisp.metrics.Overlap;
import io.wisp.metrics.PresenceScore;
import io.wisp.metrics.ScanScore;
import io.wisp.segmentation.ModelRuns;
import io.wisp.segmentation.OutlineRecipe;
import io.wisp.segmentation.ScanSegmentation;
import io.wisp.segmentation.SegmentedScan;
import io.wisp.segmentation.TrainedModel;
import io.wisp.slices.Preparation;
import io.wisp.slices.PrepareOptions;
import io.wisp.slices.SliceRecipe;
import io.wisp.slices.SliceStore;
import io.wisp.testing.SquareStore;
import io.wisp.testing.TinyRun;
import io.wisp.testing.TinyScans;
import io.wisp.training.RunSettings;
import io.wisp.training.SegmenterTask;
import io.wisp.volume.Volume;
import io.wisp.volume.Volumes;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole scans scored as they were before they were cut into a store. */
class OwnGridTest {
  @TempDir private static Path folder;
  private static Path squares;
  private static Path uneven;

  @BeforeAll
  static void prepare() {
    squares = SquareStore.withMasks(folder.resolve("squares"));
    uneven = folder.resolve("uneven");
    TinyScans.brats(uneven.resolve("source"), "a", "b", "c", "d");
    Preparation.run(
        PrepareOptions.of(uneven.resolve("source"), uneven.resolve("store"))
            .withRecipe(SliceRecipe.DEFAULT.withSize(16).withAxis(Axis.Y).withMinContent(0))
            .withSplit(0.5, 1)
            .withWorkers(1),
        Progress.SILENT);
  }

  /** Slices of 16 pixels are those of the scan. */
  @ParameterizedTest
  @EnumSource(RuleMethod.class)
  void whereNothingIsResampledBothGridsGiveTheSame(RuleMethod rule) {
    try (SliceStore store = SliceStore.open(squares);
        TrainedModel model = untrained(store)) {
      OutlineRecipe recipe = OutlineRecipe.of(rule, model.settings());
      Evaluation evaluation = new Evaluation(model, store, Split.TEST);
      WholeScans stored = evaluation.scans(recipe, ScanSlices.ALL, Progress.SILENT);
      WholeScans own = own(evaluation, recipe, store, folder.resolve("squares/source"));
      assertThat(own.slices()).isEqualTo(stored.slices());
      assertThat(own.resolution()).isEqualTo(ScanResolution.SCAN);
      for (int i = 0; i < own.scans().size(); i++) {
        ScanScore one = own.scans().get(i);
        ScanScore other = stored.scans().get(i);
        assertThat(one.dice()).isCloseTo(other.dice(), within(1e-12));
        assertThat(one.surfaceDice()).isCloseTo(other.surfaceDice(), within(1e-12));
        assertThat(one.volume()).isCloseTo(other.volume(), within(1e-12));
        assertThat(one.objects().falseObjects()).isEqualTo(other.objects().falseObjects());
      }
    }
  }

  /** Voxels of 2 × 3 × 4 mm, cut along the second axis. */
  @Test
  void aScanIsScoredByTheMaskThatWouldBeWritten() {
    try (SliceStore store = SliceStore.open(uneven.resolve("store"));
        TrainedModel model = untrained(store)) {
      OutlineRecipe recipe = OutlineRecipe.of(RuleMethod.CIRCLE, model.settings());
      Evaluation evaluation = new Evaluation(model, store, Split.TEST);
      WholeScans own = own(evaluation, recipe, store, uneven.resolve("source"));
      for (ScanScore scan : own.scans()) {
        Path of = uneven.resolve("source").resolve(scan.caseId());
        Volume flair = Volumes.read(of.resolve(scan.caseId() + "_flair.nii.gz"));
        Volume truth = Volumes.read(of.resolve(scan.caseId() + "_seg.nii.gz"));
        SegmentedScan written =
            new ScanSegmentation(model, recipe).run(scan.caseId(), flair, Progress.SILENT);
        assertThat(scan.dice())
            .isCloseTo(Overlap.of(marked(written.mask()), marked(truth)).dice(), within(1e-12));
        assertThat(scan.trueVolume()).isCloseTo(2 * 4 * 4 * 24 / 1000.0, within(1e-12));
        assertThat(scan.volume()).isCloseTo(written.maskVoxels() * 24 / 1000.0, within(1e-12));
      }
    }
  }

  @Test
  void aNetworkThatTellsPresenceIsScoredByItOnBothGrids() {
    Path run = folder.resolve("segmenter");
    new TinyRun.Session(
            new SegmenterTask(TinyRun.settings("segmenter.train.held_back=0.25")), squares, run)
        .start();
    ModelRuns runs = ModelRuns.of(RunKind.SEGMENTER, run);
    try (SliceStore store = SliceStore.open(squares);
        TrainedModel model = TrainedModel.open(runs, Engine.reference(), List.of())) {
      OutlineRecipe recipe = OutlineRecipe.of(SegmentationMethod.FSL, model.settings());
      Evaluation evaluation = new Evaluation(model, store, Split.TEST);
      PresenceScore stored =
          evaluation.scans(recipe, ScanSlices.ALL, Progress.SILENT).presence().orElseThrow();
      PresenceScore own =
          own(evaluation, recipe, store, folder.resolve("squares/source")).presence().orElseThrow();
      assertThat(stored.reliability().count()).isEqualTo(2 * 8);
      assertThat(own.auroc()).isEqualTo(stored.auroc());
      assertThat(own.cut()).isEqualTo(stored.cut());
    }
  }

  @Test
  void aFolderWithoutTheScansIsRefused(@TempDir Path other) {
    TinyScans.brats(other, "case99");
    try (SliceStore store = SliceStore.open(squares)) {
      assertThatThrownBy(() -> SourceScans.of(other, store, Split.TEST))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("has no scan of case")
          .hasMessageContaining("and 1 others of the store");
    }
  }

  @Test
  void otherScansOfTheSameNameAreRefused(@TempDir Path other) {
    try (SliceStore store = SliceStore.open(squares)) {
      String name = store.slices(Split.TEST).get(0).caseId();
      TinyScans.brats(
          other,
          store.slices(Split.TEST).stream()
              .map(slice -> slice.caseId())
              .distinct()
              .toArray(String[]::new));
      assertThatThrownBy(() -> SourceScans.of(other, store, Split.TEST).read(name))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("has 6 slices of 10 × 12")
          .hasMessageContaining("was made from 8 of 16 × 16");
    }
  }

  private static WholeScans own(
      Evaluation evaluation, OutlineRecipe recipe, SliceStore store, Path source) {
    SourceScans scans = SourceScans.of(source, store, Split.TEST);
    return evaluation.scans(recipe, ScanSlices.ALL, scans, Progress.SILENT);
  }

  private static boolean[] marked(Volume mask) {
    boolean[] marked = new boolean[mask.voxels().length];
    for (int i = 0; i < marked.length; i++) {
      marked[i] = mask.voxels()[i] > 0;
    }
    return marked;
  }

  private static TrainedModel untrained(SliceStore store) {
    return TrainedModel.untrained(RunSettings.preset("demo"), store.recipe(), Engine.reference());
  }
}
