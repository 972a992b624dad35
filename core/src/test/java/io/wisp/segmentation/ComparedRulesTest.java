package io.wisp.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.activation.ContrastSettings;
import io.wisp.activation.RuleMethod;
import io.wisp.dataset.Split;
import io.wisp.slices.SliceStore;
import io.wisp.testing.SquareStore;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparedRulesTest {
  @Test
  void theMeanPlaceIsLeftOutWhereTrainingPatientsLackALabel(@TempDir Path folder) {
    ContrastSettings ones = ContrastSettings.usual();
    try (SliceStore store = SliceStore.open(SquareStore.withOnesOnlyIn(folder, Split.TEST))) {
      assertThat(ComparedRules.besides(List.of(RuleMethod.OTSU), store, ones))
          .contains(RuleMethod.BRIGHT, RuleMethod.CIRCLE)
          .doesNotContain(RuleMethod.PLACE, RuleMethod.OTSU);
    }
  }
}
