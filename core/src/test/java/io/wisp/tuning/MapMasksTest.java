package io.wisp.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wisp.activation.LabelledImage;
import io.wisp.confidence.MaskedMap;
import io.wisp.dataset.Split;
import io.wisp.mask.MapSign;
import io.wisp.mask.MaskRecipe;
import io.wisp.slices.SliceRecord;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MapMasksTest {
  private static final int SIDE = 8;

  @Test
  void mapsAreScoredAsTheyAreCutButOnTheirOwnScale() {
    float[] map = new float[SIDE * SIDE];
    Arrays.fill(map, 5);
    map[27] = -40;
    MaskRecipe recipe = MaskRecipe.published().withSign(MapSign.NEGATIVE).withDrift(100);
    MaskedMap masked = new MapMasks(recipe, SIDE).masked(slices(), List.of(map)).get(0);
    assertThat(masked.map()[27] - masked.map()[0]).isCloseTo(45, within(1e-2f));
    float sum = 0;
    for (float value : masked.map()) {
      sum += value;
    }
    assertThat(sum).as("without its drift").isCloseTo(0, within(0.5f));
    assertThat(masked.mask()[27]).isTrue();
  }

  private static List<ValidationSlice> slices() {
    float[] image = new float[SIDE * SIDE];
    SliceRecord record = new SliceRecord(0, "a", 0, 1, Split.TRAIN, 1, 1, Double.NaN);
    return List.of(
        new ValidationSlice(record, new LabelledImage(image, "a:0", 0.5), image, true, 0.5));
  }
}
