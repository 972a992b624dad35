package io.wisp.tuning;

import io.wisp.Progress;
import io.wisp.activation.ActivationMethod;
import io.wisp.activation.LabelledImage;
import io.wisp.activation.MapMethod;
import io.wisp.activation.MapSettings;
import io.wisp.activation.PerturbationSettings;
import io.wisp.base.SettingsTree;
import io.wisp.segmentation.TrainedModel;
import io.wisp.training.RunSettings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Maps of the same slices under many settings, each made once. Of methods with noise levels, maps
 * of several are the averages of those of each level ({@code LevelMapsTest} holds this), so the
 * network only makes the latter.
 */
final class LevelMaps {
  private static final SettingName LEVELS = new SettingName("map.noise_levels");

  private final TrainedModel model;
  private final MapMethod method;
  private final List<LabelledImage> images;
  private final Map<MapSettings, List<float[]>> known = new HashMap<>();

  LevelMaps(TrainedModel model, MapMethod method, List<LabelledImage> images) {
    this.model = model;
    this.method = method;
    this.images = images;
  }

  /** Makes the maps that are missing. */
  void prepare(Collection<RunSettings> candidates, String task, Progress.Factory progress) {
    Set<MapSettings> missing = new LinkedHashSet<>();
    candidates.forEach(candidate -> missing.addAll(parts(candidate)));
    missing.removeAll(known.keySet());
    if (missing.isEmpty()) {
      return;
    }
    try (Progress bar = progress.start(task, (long) missing.size() * images.size())) {
      missing.forEach(part -> known.put(part, make(part, bar)));
    }
  }

  private List<float[]> make(MapSettings part, Progress bar) {
    ActivationMethod maker = model.method(method, part);
    return bar.inChunks(images, model.chunk(), maker::maps);
  }

  /** The maps of settings that were {@link #prepare}d, one per slice. */
  List<float[]> of(RunSettings settings) {
    List<List<float[]>> levels = parts(settings).stream().map(known::get).toList();
    List<float[]> maps = new ArrayList<>();
    for (int i = 0; i < images.size(); i++) {
      int slice = i;
      maps.add(mean(levels.stream().map(level -> level.get(slice)).toList()));
    }
    return maps;
  }

  private static float[] mean(List<float[]> maps) {
    float[] mean = new float[maps.get(0).length];
    for (float[] map : maps) {
      for (int p = 0; p < mean.length; p++) {
        mean[p] += map[p];
      }
    }
    for (int p = 0; p < mean.length; p++) {
      mean[p] /= maps.size();
    }
    return mean;
  }

  /** Drops all other maps. */
  void keepOnly(RunSettings settings) {
    known.keySet().retainAll(parts(settings));
  }

  private List<MapSettings> parts(RunSettings settings) {
    if (!method.sections().contains(PerturbationSettings.SECTION)) {
      return List.of(settings.maps());
    }
    return settings.map().noiseLevels().stream()
        .map(level -> LEVELS.in(settings, SettingsTree.JSON.valueToTree(List.of(level))).maps())
        .toList();
  }
}
