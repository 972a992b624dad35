package io.wisp.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StopSignalTest {
  @Test
  void aPartStopsWithTheWhole() {
    StopSignal whole = new StopSignal();
    StopSignal part = whole.part();
    assertThat(part.requested()).isFalse();
    whole.request();
    assertThat(part.requested()).isTrue();
  }

  @Test
  void theEndOfAPartIsNotTheEndOfTheWhole() {
    StopSignal whole = new StopSignal();
    whole.part().leave();
    assertThat(whole.awaitSaved(Duration.ZERO)).isFalse();
    whole.leave();
    assertThat(whole.awaitSaved(Duration.ZERO)).isTrue();
  }
}
