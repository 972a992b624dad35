package io.wisp.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wisp.UserError;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskRecipeTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void survivesJson() throws JsonProcessingException {
    List<MaskRecipe> recipes =
        List.of(
            MaskRecipe.published(),
            MaskRecipe.paper(),
            MaskRecipe.refined(224),
            MaskRecipe.published()
                .withSign(MapSign.ABSOLUTE)
                .withForeground(new Foreground.AboveOtsu(1))
                .withThreshold(new ThresholdRule.Fixed(0.25))
                .withMinimumSize(7)
                .withHoles(HoleRule.FILL));
    for (MaskRecipe recipe : recipes) {
      String json = JSON.writeValueAsString(recipe);
      assertThat(JSON.readValue(json, MaskRecipe.class)).isEqualTo(recipe);
    }
  }

  @Test
  void readsPlainlyAsJson() throws JsonProcessingException {
    assertThat(JSON.writeValueAsString(MaskRecipe.refined()))
        .isEqualTo(
            "{'sign':'SIGNED','smoothing':1.0,"
                .concat("'foreground':{'rule':'above-level','level':-0.8,'erosion':3},")
                .concat("'threshold':{'rule':'otsu-per-image'},'minimumSize':0,")
                .concat("'components':'LARGEST','holes':'KEEP'}")
                .replace('\'', '"'));
  }

  @Test
  void refinedGrowsWithTheSlice() {
    assertThat(MaskRecipe.refined(128).smoothing()).isEqualTo(2);
    assertThat(MaskRecipe.refined(128).foreground()).isEqualTo(new Foreground.AboveLevel(-0.8, 6));
  }

  @Test
  void saysWhichFieldIsWrongAndWhatToUse() {
    assertThatThrownBy(() -> MaskRecipe.published().withSmoothing(-1))
        .isInstanceOf(UserError.class)
        .hasMessage("smoothing of the mask recipe is -1.0: use 0 to 100 pixels");
    assertThatThrownBy(() -> MaskRecipe.published().withMinimumSize(-2))
        .hasMessageContaining("minimumSize");
    assertThatThrownBy(() -> MaskRecipe.published().withThreshold(null))
        .hasMessageContaining("threshold");
    assertThatThrownBy(() -> new ThresholdRule.Fixed(1)).isInstanceOf(UserError.class);
  }
}
