package io.wisp.engine;

import static org.bytedeco.pytorch.global.torch.get_num_threads;
import static org.bytedeco.pytorch.global.torch.set_num_threads;

import io.wisp.BadSetting;
import io.wisp.UserError;
import java.util.OptionalInt;

/**
 * How many threads one operator may use on the processor, in the whole process.
 *
 * @param count at least 1
 * @param reason why
 */
public record Threads(int count, String reason) {
  private static final String VARIABLE = "OMP_NUM_THREADS";

  /**
   * As many as the operating system gives this process (its affinity, the quota of its container),
   * unless the user says otherwise. LibTorch would take a thread for each core that it sees: one
   * where two processors share it, 64 in a container of half a processor.
   *
   * @throws UserError if fewer than one is requested
   */
  static Threads use(OptionalInt wanted) {
    if (wanted.isPresent()) {
      BadSetting.unless(wanted.getAsInt() >= 1, "threads", wanted.getAsInt(), "at least 1");
      return use(wanted.getAsInt(), "asked for");
    }
    String variable = System.getenv(VARIABLE);
    if (variable != null && !variable.isBlank()) {
      return new Threads(get_num_threads(), VARIABLE + "=" + variable);
    }
    int processors = Runtime.getRuntime().availableProcessors();
    return use(
        processors,
        "the operating system gives this process %s %s"
            .formatted(processors, processors == 1 ? "processor" : "processors"));
  }

  private static Threads use(int count, String reason) {
    set_num_threads(count);
    return new Threads(count, reason);
  }
}
