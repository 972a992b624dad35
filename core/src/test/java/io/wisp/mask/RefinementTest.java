package io.wisp.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.UserError;
import org.junit.jupiter.api.Test;

class RefinementTest {
  @Test
  void noneLeavesTheMapAsItIs() {
    Field field = Field.random(1, 3, 4);
    assertThat(Refinement.none().apply(field.map(), field.image(), field.inside(), 3, 4))
        .containsExactly(field.map());
  }

  @Test
  void aFilterThatCannotBeIsRefused() {
    assertThatThrownBy(() -> Refinement.guidedFilter(0, 0.01))
        .isInstanceOf(UserError.class)
        .hasMessage("the refinement's radius is 0 pixels: use 1 to 100");
    assertThatThrownBy(() -> Refinement.guidedFilter(2, 0))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("the refinement's epsilon is 0.0");
  }
}
