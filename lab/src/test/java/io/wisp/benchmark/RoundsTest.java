package io.wisp.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.Progress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {
  private final List<String> order = new ArrayList<>();

  @Test
  void workloadsTakeTurns() {
    List<Timing> timings = time(new Effort(0, 2), () -> order.add("a"), () -> order.add("b"));

    assertThat(order).containsExactly("a", "b", "a", "b", "a", "b");
    assertThat(timings).extracting(Timing::runs).containsExactly(2, 2);
  }

  @Test
  void theSlowestIsRepeatedForTheTimeAskedFor() {
    List<Timing> timings = time(new Effort(0.02, 1), () -> order.add("fast"), RoundsTest::rest);

    assertThat(timings.get(0).runs()).isEqualTo(timings.get(1).runs());
    assertThat(timings.get(1).runs() * timings.get(1).most()).isGreaterThanOrEqualTo(0.02);
  }

  @Test
  void theMedianOfAnEvenNumberIsBetweenTheTwoInTheMiddle() {
    assertThat(Timing.of(List.of(4.0, 1.0, 2.0, 100.0))).isEqualTo(new Timing(3, 1, 100, 4));
    assertThat(Timing.of(List.of(3.0, 1.0, 2.0))).isEqualTo(new Timing(2, 1, 3, 3));
  }

  private static void rest() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Timing> time(Effort effort, Workload... workloads) {
    try (Progress silent = Progress.SILENT.start("", 1)) {
      return new Rounds(effort).time(List.of(workloads), silent);
    }
  }
}
