package io.wisp.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.dataset.Split;
import io.wisp.slices.SliceRecord;
import io.wisp.slices.SliceStore;
import io.wisp.testing.SquareStore;
import io.wisp.testing.TinyRun;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A slice whose mask is not trusted is still known to hold the object. */
class PartlyKnownTest {
  @TempDir private Path folder;

  @Test
  void aNetworkThatTellsPresenceLearnsFromTheLabelsOfAllSlices() {
    try (SliceStore store = SliceStore.open(SquareStore.withMasks(folder))) {
      SliceRecord slice = store.slices(Split.TRAIN).get(0);
      int pixels = store.imageSize() * store.imageSize();
      float[] target = new float[pixels + 2];
      MaskSource known = masks("compact", store);
      assertThat(known.covers(slice)).isTrue();
      known.read(slice, target, 1);
      assertThat(Arrays.copyOfRange(target, 1, pixels + 1)).containsOnly(-1);
      assertThat(target[0]).isEqualTo(target[pixels + 1]).isZero();
      assertThat(masks("predictor", store).covers(slice)).isFalse();
    }
  }

  private static MaskSource masks(String design, SliceStore store) {
    RunSettings settings = TinyRun.settings("segmenter.network.design=" + design);
    return new StudentTask(settings, 1, new NothingTrusted()).masks(store).orElseThrow();
  }

  private record NothingTrusted() implements MaskSource {
    @Override
    public boolean covers(SliceRecord slice) {
      return false;
    }

    @Override
    public void read(SliceRecord slice, float[] target, int offset) {
      throw new AssertionError("its mask is not trusted");
    }
  }
}
