package io.wisp.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wisp.UserError;
import io.wisp.base.SettingsTree;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskRecipeTest {
  @Test
  void survivesYaml() {
    List<MaskRecipe> recipes =
        List.of(
            MaskRecipe.published(),
            MaskRecipe.published().withThreshold(Threshold.otsuAverage()),
            MaskRecipe.published()
                .withSign(MapSign.ABSOLUTE)
                .withForeground(Foreground.aboveOtsu(1))
                .withThreshold(Threshold.fixed(0.25))
                .withMinimumSize(7)
                .withHoles(HoleRule.FILL),
            MaskRecipe.published()
                .withDrift(8)
                .withNeighbours(1.5)
                .withRefinement(Refinement.guidedFilter(3, 0.02))
                .withThreshold(Threshold.otsuPerVolume())
                .withComponents(ComponentRule.SEVERAL_3D));
    for (MaskRecipe recipe : recipes) {
      ObjectNode tree = SettingsTree.parseYaml(SettingsTree.toYaml(recipe), "test");
      assertThat(SettingsTree.as(MaskRecipe.class, tree, "test")).isEqualTo(recipe);
    }
  }

  @Test
  void everyPartCanBeSetByName() {
    MaskRecipe recipe = MaskRecipe.published();
    for (String text :
        List.of(
            "threshold.rule=otsu_per_volume",
            "components=largest_3d",
            "refinement.rule=guided_filter",
            "foreground.rule=ABOVE_LEVEL")) {
      ObjectNode tree =
          SettingsTree.overlay(SettingsTree.tree(recipe), SettingsTree.assignment(text), "test");
      recipe = SettingsTree.as(MaskRecipe.class, tree, "test");
    }
    assertThat(recipe)
        .isEqualTo(
            MaskRecipe.published()
                .withThreshold(Threshold.otsuPerVolume())
                .withComponents(ComponentRule.LARGEST_3D)
                .withRefinement(Refinement.guidedFilter(2, 0.01))
                .withForeground(Foreground.aboveLevel(Foreground.ABOVE_AIR, 0)));
  }

  @Test
  void saysWhichFieldIsWrongAndWhatToUse() {
    assertThatThrownBy(() -> MaskRecipe.published().withSmoothing(-1))
        .isInstanceOf(UserError.class)
        .hasMessage("smoothing of the mask recipe is -1.0: use 0 to 100 pixels");
    assertThatThrownBy(() -> MaskRecipe.published().withNeighbours(Double.NaN))
        .hasMessage("neighbours of the mask recipe is NaN: use 0 to 100 slices");
    assertThatThrownBy(() -> MaskRecipe.published().withDrift(-1)).hasMessageContaining("drift");
    assertThatThrownBy(() -> MaskRecipe.published().withMinimumSize(-2))
        .hasMessageContaining("minimumSize");
    assertThatThrownBy(() -> MaskRecipe.published().withThreshold(null))
        .hasMessageContaining("threshold");
    assertThatThrownBy(() -> Threshold.fixed(1)).isInstanceOf(UserError.class);
  }
}
