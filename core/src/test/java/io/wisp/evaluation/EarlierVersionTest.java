package io.wisp.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wisp.Progress;
import io.wisp.activation.PerturbationMethod;
import io.wisp.activation.RunKind;
import io.wisp.activation.SegmentationMethod;
import io.wisp.base.CsvFile;
import io.wisp.dataset.Split;
import io.wisp.engine.Engine;
import io.wisp.segmentation.ModelRuns;
import io.wisp.segmentation.OutlineRecipe;
import io.wisp.segmentation.StoreMaps;
import io.wisp.segmentation.TrainedModel;
import io.wisp.slices.SliceRecord;
import io.wisp.slices.SliceStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Folders that an earlier Wisp wrote, in November 2026, still load: a store of four phantoms, a run
 * and a student trained on it, without what only a resumed training reads. Their weights are
 * rounded to take little space; the golden values are what that version made of the rounded ones.
 */
class EarlierVersionTest {
  private static final Offset<Double> TOLERANCE = within(1e-3);

  @TempDir private static Path folder;

  @BeforeAll
  static void unpack() throws IOException {
    try (InputStream file = EarlierVersionTest.class.getResourceAsStream("earlier.zip");
        ZipInputStream zip = new ZipInputStream(file)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path target = folder.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.copy(zip, target);
        }
      }
    }
  }

  @Test
  void aRunMapsASliceAsBefore() throws IOException {
    float[] golden = goldenMap();
    float largest = 0;
    for (float value : golden) {
      largest = Math.max(largest, Math.abs(value));
    }
    try (TrainedModel model = open(RunKind.DIFFUSION, "run");
        SliceStore store = SliceStore.open(folder.resolve("store"))) {
      OutlineRecipe recipe = OutlineRecipe.of(PerturbationMethod.CDM, model.settings());
      SliceRecord slice = store.slices().get(18);
      float[] map = new StoreMaps(model, store, recipe).maps(List.of(slice)).get(0);
      assertThat(map).containsExactly(golden, within(0.01f * largest));
    }
  }

  @Test
  void aStudentScoresOnTheStoreAsBefore() {
    CsvFile golden = CsvFile.read(folder.resolve("golden/slices.csv"));
    try (TrainedModel model = open(RunKind.STUDENT, "student");
        SliceStore store = SliceStore.open(folder.resolve("store"))) {
      OutlineRecipe recipe = OutlineRecipe.of(SegmentationMethod.STUDENT, model.settings());
      RecipeResult result = new Evaluation(model, store, Split.TEST).run(recipe, Progress.SILENT);
      assertThat(result.slices()).hasSameSizeAs(golden.rows());
      for (int i = 0; i < golden.rows().size(); i++) {
        SliceOutcome slice = result.slices().get(i);
        CSVRecord row = golden.rows().get(i);
        assertThat(slice.record().slice()).isEqualTo(golden.integer(row, "slice"));
        assertThat(slice.score().dice()).isCloseTo(golden.number(row, "dice"), TOLERANCE);
        assertThat(slice.confidence().value())
            .isCloseTo(golden.number(row, "confidence"), TOLERANCE);
      }
    }
  }

  private static TrainedModel open(RunKind kind, String run) {
    ModelRuns runs = ModelRuns.of(kind, folder.resolve(run));
    return TrainedModel.open(runs, Engine.reference(), List.of());
  }

  private static float[] goldenMap() throws IOException {
    String[] values = Files.readString(folder.resolve("golden/map.csv")).strip().split("[,\n]");
    float[] map = new float[values.length];
    for (int i = 0; i < map.length; i++) {
      map[i] = Float.parseFloat(values[i]);
    }
    return map;
  }
}
