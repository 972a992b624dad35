package io.wisp;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class StopSignalTest {
  @Test
  void workEndsWhereItTellsOfItsProgress() {
    StopSignal stop = new StopSignal();
    try (Progress bar = stop.ending(Progress.SILENT).start("maps", 2)) {
      assertThatCode(() -> bar.advance(1)).doesNotThrowAnyException();
      stop.request();
      assertThatThrownBy(() -> bar.advance(1)).isInstanceOf(CancellationException.class);
    }
  }

  @Test
  void afterAStopNothingBegins() {
    StopSignal stop = new StopSignal();
    stop.request();
    assertThatThrownBy(() -> stop.ending(Progress.SILENT).start("maps", 2))
        .isInstanceOf(CancellationException.class);
  }
}
