package io.wisp.app;

import java.util.List;
import picocli.CommandLine.Option;

/** The option that changes single settings; use it as a mixin. */
final class SettingOption {
  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description =
          "Overrides a setting, named as in config.yaml, such as map.tau=0.95; repeatable.")
  private List<String> assignments = List.of();

  List<String> assignments() {
    return assignments;
  }
}
