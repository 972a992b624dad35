package io.wisp.app;

import io.wisp.UserError;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** {@code --slices-from}: what a file of labels calls the first slice. */
final class FirstSliceOption {
  @Option(
      names = "--slices-from",
      paramLabel = "0|1",
      description =
          "What the file of --labels calls the first slice. Default: 0; a file that begins with"
              + " slice 1 is refused unless this is told.")
  private Integer first;

  OptionalInt value() {
    if (first == null) {
      return OptionalInt.empty();
    }
    if (first != 0 && first != 1) {
      throw new UserError("--slices-from is %s, but must be 0 or 1.".formatted(first));
    }
    return OptionalInt.of(first);
  }
}
