package io.wisp.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.wisp.UserError;
import java.util.OptionalInt;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThreadsTest {
  @AfterEach
  void restore() {
    Threads.use(OptionalInt.empty());
  }

  @Test
  void thereAreAsManyAsTheSystemGivesThisProcess() {
    assumeTrue(System.getenv("OMP_NUM_THREADS") == null, "the user says otherwise");
    int processors = Runtime.getRuntime().availableProcessors();

    Threads threads = Threads.use(OptionalInt.empty());

    assertThat(threads.count()).isEqualTo(processors);
    assertThat(torch.get_num_threads()).isEqualTo(processors);
    assertThat(threads.reason()).contains("gives this process " + processors);
  }

  @Test
  void theUserMaySayOtherwise() {
    assertThat(Threads.use(OptionalInt.of(1))).isEqualTo(new Threads(1, "asked for"));
    assertThat(torch.get_num_threads()).isEqualTo(1);
  }

  @Test
  void noThreadsAreRefused() {
    assertThatThrownBy(() -> Threads.use(OptionalInt.of(0)))
        .isInstanceOf(UserError.class)
        .hasMessage("threads is 0, but must be at least 1.");
  }
}
