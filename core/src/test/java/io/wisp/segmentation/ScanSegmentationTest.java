package io.wisp.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.activation.LabelledImage;
import io.wisp.slices.Slice;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScanSegmentationTest {
  /** As in a store, in which the slices without the object count too. */
  @Test
  void positionsAreAmongAllSlicesWithContentWhicheverAreMapped() {
    List<Slice> content = List.of(slice(10), slice(12), slice(15), slice(20));
    List<LabelledImage> images =
        ScanSegmentation.images("scan", content, List.of(slice(12), slice(15)));
    assertThat(images.stream().map(LabelledImage::position)).containsExactly(0.2, 0.5);
    assertThat(images.get(0).identity()).isEqualTo("scan:12");
  }

  private static Slice slice(int index) {
    return new Slice(index, new float[4], 1, true);
  }
}
