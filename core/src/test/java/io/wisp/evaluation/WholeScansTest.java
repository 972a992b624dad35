package io.wisp.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wisp.Progress;
import io.wisp.activation.RuleMethod;
import io.wisp.dataset.Split;
import io.wisp.engine.Engine;
import io.wisp.metrics.ScanScore;
import io.wisp.segmentation.OutlineRecipe;
import io.wisp.segmentation.ScanSegmentation;
import io.wisp.segmentation.SegmentedScan;
import io.wisp.segmentation.TrainedModel;
import io.wisp.slices.SliceRecord;
import io.wisp.slices.SliceStore;
import io.wisp.testing.SquareStore;
import io.wisp.training.RunSettings;
import io.wisp.volume.Volumes;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scans of a store outlined without labels. */
class WholeScansTest {
  /** A voxel of 1 mm. */
  private static final double ML = 0.001;

  @TempDir private static Path folder;

  @BeforeAll
  static void prepare() {
    SquareStore.withMasks(folder);
  }

  @ParameterizedTest
  @EnumSource(value = RuleMethod.class, names = "PLACE", mode = EnumSource.Mode.EXCLUDE)
  void aScanIsOutlinedAsIfItWereNew(RuleMethod method) {
    try (SliceStore store = SliceStore.open(folder.resolve("store"));
        TrainedModel model = untrained(store)) {
      OutlineRecipe recipe = OutlineRecipe.of(method, model.settings());
      Evaluation evaluation = new Evaluation(model, store, Split.TEST);
      WholeScans alone = evaluation.scans(recipe, ScanSlices.ALL, Progress.SILENT);
      evaluation.run(recipe, Progress.SILENT);
      assertThat(evaluation.scans(recipe, ScanSlices.ALL, Progress.SILENT)).isEqualTo(alone);
      for (ScanScore scan : alone.scans()) {
        String name = scan.caseId();
        Path file = folder.resolve("source").resolve(name).resolve(name + "_flair.nii.gz");
        SegmentedScan fresh =
            new ScanSegmentation(model, recipe).run(name, Volumes.read(file), Progress.SILENT);
        assertThat(scan.volume()).isEqualTo(ML * fresh.maskVoxels(), within(1e-9));
        assertThat(scan.trueVolume()).isEqualTo(ML * 2 * 25, within(1e-9));
        assertThat(scan.volumeUnit()).isEqualTo("ml");
        assertThat(scan.objects().objects()).isEqualTo(2);
      }
    }
  }

  @Test
  void slicesCountByTheirLabels() {
    try (SliceStore store = SliceStore.open(folder.resolve("store"));
        TrainedModel model = untrained(store)) {
      OutlineRecipe recipe = OutlineRecipe.of(RuleMethod.VOLUME, model.settings());
      WholeScans whole =
          new Evaluation(model, store, Split.TEST).scans(recipe, ScanSlices.ALL, Progress.SILENT);
      long slices = store.slices(Split.TEST).size();
      long positives = store.slices(Split.TEST).stream().filter(WholeScansTest::positive).count();
      assertThat(whole.slices().positives()).isEqualTo((int) positives);
      assertThat(whole.slices().healthy()).isEqualTo((int) (slices - positives));
      assertThat(whole.slices().auroc()).isGreaterThan(0.5);
      assertThat(whole.healthyScans()).isZero();
      assertThat(whole.byPatient(ScanScore::dice).patients()).isEqualTo(2);
    }
  }

  private static boolean positive(SliceRecord slice) {
    return slice.labelled(1);
  }

  private static TrainedModel untrained(SliceStore store) {
    return TrainedModel.untrained(RunSettings.preset("demo"), store.recipe(), Engine.reference());
  }
}
