package io.wisp.app;

import java.util.ArrayList;
import java.util.List;

/** Options of {@code wisp train} for small networks of 16 x 16 images, and quick maps. */
final class TinyModel {
  private static final List<String> SETTINGS =
      List.of(
          "network.image_size=16",
          "network.model_channels=32",
          "network.channel_mult=[1, 2]",
          "network.attention_resolutions=[2]",
          "network.dropout=0.1",
          "train.batch=2",
          "train.log_every=4",
          "train.checkpoint_every=6",
          "classifier.network.channel_mult=[1, 2]",
          "classifier.train.batch=2",
          "segmenter.network.channel_mult=[1, 2]",
          "segmenter.train.batch=2",
          "student.train.batch=2",
          "map.noise_levels=[60]",
          "map.draws=1",
          "cg_diff.noise_level=6");

  private TinyModel() {}

  static List<String> options(String... assignments) {
    List<String> settings = new ArrayList<>(SETTINGS);
    settings.addAll(List.of(assignments));
    List<String> options = new ArrayList<>(List.of("--preset", "demo"));
    settings.forEach(setting -> options.addAll(List.of("--set", setting)));
    return options;
  }
}
