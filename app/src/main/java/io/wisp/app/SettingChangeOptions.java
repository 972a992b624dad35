package io.wisp.app;

import io.wisp.training.SettingChanges;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What goes over the settings of a run: a file, then single ones; use it as a mixin. */
final class SettingChangeOptions {
  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description =
          "YAML that overrides settings of the run, such as settings.yaml of `wisp tune`; --set and"
              + " other options override it.")
  private Path file;

  @Mixin private SettingOption single;

  boolean given() {
    return file != null || !single.assignments().isEmpty();
  }

  /** The file's, then these, then those of {@code --set}. */
  SettingChanges over(List<String> others) {
    List<String> all = new ArrayList<>(others);
    all.addAll(single.assignments());
    return new SettingChanges(Optional.ofNullable(file), all);
  }
}
