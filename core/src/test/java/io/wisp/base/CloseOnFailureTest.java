package io.wisp.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.UserError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CloseOnFailureTest {
  private final List<String> closed = new ArrayList<>();

  @Test
  void whatWasOpenedBeforeAFailureIsClosedTheLatestFirst() {
    assertThatThrownBy(this::openTwoAndFail)
        .isInstanceOf(UserError.class)
        .hasNoSuppressedExceptions();
    assertThat(closed).containsExactly("second", "first");
  }

  @Test
  void afterSuccessNothingIsClosed() {
    try (CloseOnFailure opened = new CloseOnFailure()) {
      opened.add(() -> closed.add("first"));
      opened.keep();
    }
    assertThat(closed).isEmpty();
  }

  @Test
  void whatCannotBeClosedKeepsNothingElseOpenAndDoesNotHideTheFailure() {
    assertThatThrownBy(
            () -> {
              try (CloseOnFailure opened = new CloseOnFailure()) {
                opened.add(() -> closed.add("first"));
                opened.add(
                    () -> {
                      throw new IOException("gone");
                    });
                throw new UserError("the third is missing");
              }
            })
        .isInstanceOf(UserError.class);
    assertThat(closed).containsExactly("first");
  }

  private void openTwoAndFail() {
    try (CloseOnFailure opened = new CloseOnFailure()) {
      opened.add(() -> closed.add("first"));
      opened.add(() -> closed.add("second"));
      throw new UserError("the third is missing");
    }
  }
}
