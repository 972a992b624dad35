package io.wisp.app;

import io.wisp.training.RunSettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The settings that a training begins with; use it as a mixin. */
final class PresetOptions {
  private static final String FIRST_PRESET = "small";

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description =
          "Initial settings: demo, small, small-chaos, paper-brats or paper-chaos. Default: "
              + FIRST_PRESET
              + ".")
  private String preset;

  @Option(names = "--config", paramLabel = "FILE", description = "YAML that overrides the preset.")
  private Path config;

  @Mixin private SettingOption changes;

  /** The settings of a new training. */
  RunSettings settings() {
    return RunSettings.of(preset == null ? FIRST_PRESET : preset, config, changes.assignments());
  }

  /** The changes alone, for a training that goes on. */
  SettingOption changes() {
    return changes;
  }

  /** The first option given that only a new training takes. */
  Optional<String> onlyForNew() {
    return Stream.of(preset == null ? null : "--preset", config == null ? null : "--config")
        .filter(option -> option != null)
        .findFirst();
  }
}
