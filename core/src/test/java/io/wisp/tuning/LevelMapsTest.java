package io.wisp.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wisp.Progress;
import io.wisp.activation.LabelledImage;
import io.wisp.activation.PerturbationMethod;
import io.wisp.segmentation.TrainedModel;
import io.wisp.testing.SquareStore;
import io.wisp.training.RunSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LevelMapsTest {
  @TempDir private static Path folder;
  private static TrainedModel model;
  private static List<LabelledImage> images;

  @BeforeAll
  static void train() {
    Path store = SquareStore.withLabelsOnly(folder);
    model = TinyTuning.model(store, folder.resolve("run"));
    images = TinyTuning.slices(store).images().subList(0, 5);
  }

  @AfterAll
  static void close() {
    model.close();
  }

  @Test
  void theMeanOfTheLevelsIsTheMapThatTheMethodMakes() {
    RunSettings several = levels("[[60, 120, 30]]").get(1);
    LevelMaps maps = new LevelMaps(model, PerturbationMethod.CDM, images);
    maps.prepare(List.of(several), "maps", Progress.SILENT);
    List<float[]> expected = model.method(PerturbationMethod.CDM, several.maps()).maps(images);
    List<float[]> found = maps.of(several);
    for (int i = 0; i < images.size(); i++) {
      float largest = 0;
      for (float value : expected.get(i)) {
        largest = Math.max(largest, Math.abs(value));
      }
      assertThat(largest).isPositive();
      assertThat(found.get(i)).containsExactly(expected.get(i), within(1e-4f * largest));
    }
  }

  @Test
  void everyLevelIsAskedOfTheNetworkOnce() {
    List<Long> asked = new ArrayList<>();
    Progress.Factory counting =
        (task, total) -> {
          asked.add(total / images.size());
          return Progress.SILENT.start(task, total);
        };
    LevelMaps maps = new LevelMaps(model, PerturbationMethod.CDM, images);
    maps.prepare(levels("[[30], [30, 60]]"), "maps", counting);
    maps.prepare(levels("[[30, 90], [90]]"), "maps", counting);
    maps.prepare(levels("[[90, 30]]"), "maps", counting);
    assertThat(asked).containsExactly(2L, 1L);
  }

  @Test
  void otherMapsAreForgotten() {
    List<Long> asked = new ArrayList<>();
    Progress.Factory counting =
        (task, total) -> {
          asked.add(total / images.size());
          return Progress.SILENT.start(task, total);
        };
    List<RunSettings> candidates = levels("[[30], [90]]");
    LevelMaps maps = new LevelMaps(model, PerturbationMethod.CDM, images);
    maps.prepare(candidates, "maps", counting);
    maps.keepOnly(candidates.get(1));
    maps.prepare(candidates, "maps", counting);
    assertThat(asked).containsExactly(3L, 2L);
  }

  private static List<RunSettings> levels(String values) {
    return Knob.parse("map.noise_levels=" + values).candidates(model.settings());
  }
}
