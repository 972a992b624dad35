package io.wisp.app;

import io.wisp.UserError;
import picocli.CommandLine.Option;

/** {@code --slices-from}: what a file of labels calls the first slice. */
final class FirstSliceOption {
  @Option(
      names = "--slices-from",
      defaultValue = "0",
      paramLabel = "0|1",
      description = "What the file of --labels calls the first slice. Default: ${DEFAULT-VALUE}.")
  private int first;

  int value() {
    if (first != 0 && first != 1) {
      throw new UserError("--slices-from is %s, but must be 0 or 1.".formatted(first));
    }
    return first;
  }
}
