package io.wisp.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.wisp.Settings;
import io.wisp.activation.ConditionPerturbation;
import io.wisp.activation.ImageNoise;
import io.wisp.activation.PerturbationSettings;
import io.wisp.activation.StepConvention;
import io.wisp.diffusion.Clip;
import io.wisp.diffusion.Diffusion;
import io.wisp.diffusion.Losses;
import io.wisp.diffusion.NoiseSchedule;
import io.wisp.diffusion.Variance;
import io.wisp.engine.Engine;
import io.wisp.engine.Gradients;
import io.wisp.network.UNetConfig;
import io.wisp.network.UNetModel;
import io.wisp.weights.TensorFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bytedeco.pytorch.Tensor;

/** Schedules, DDIM steps, losses, and the maps of Algorithm 1. */
final class DiffusionChecks {
  private static final double SCHEDULE_BOUND = 1e-12;

  private DiffusionChecks() {}

  static List<GoldenResult> schedule(String name, TensorFile file, Engine engine) {
    List<GoldenResult> results = new ArrayList<>();
    for (String key : file.tensors().keySet()) {
      if (!key.endsWith("_index")) {
        continue;
      }
      String stem = key.substring(0, key.length() - "_index".length());
      NoiseSchedule schedule = scheduleNamed(stem);
      int[] steps = Goldens.ints(file, key);
      results.add(
          GoldenResult.compare(
              name,
              stem + "_beta",
              Arrays.stream(steps).mapToDouble(schedule::beta).toArray(),
              file.get(stem + "_beta").doubles(),
              SCHEDULE_BOUND));
      results.add(
          GoldenResult.compare(
              name,
              stem + "_alpha_bar",
              Arrays.stream(steps).mapToDouble(schedule::alphaBar).toArray(),
              file.get(stem + "_alpha_bar").doubles(),
              SCHEDULE_BOUND));
    }
    return results;
  }

  private static NoiseSchedule scheduleNamed(String stem) {
    String[] parts = stem.split("_");
    return NoiseSchedule.of(
        NoiseSchedule.Kind.valueOf(parts[0].toUpperCase(Locale.ROOT)), Integer.parseInt(parts[1]));
  }

  static List<GoldenResult> diffusion(String name, TensorFile file, Engine engine) {
    UNetConfig learnedConfig = Goldens.config(file, "learned_model");
    UNetConfig fixedConfig = basicOf(learnedConfig);
    try (UNetModel fixed = UNetModel.golden(fixedConfig, engine);
        UNetModel learned = UNetModel.golden(learnedConfig, engine);
        Gradients off = Gradients.off()) {
      return new DiffusionComparison(name, file, engine, scheduleOf(file)).run(fixed, learned);
    }
  }

  /** The fixed-variance twin of a network with a learned variance. */
  private static UNetConfig basicOf(UNetConfig config) {
    var tree = Settings.tree(config);
    tree.put("out_channels", config.inChannels());
    return Settings.as(UNetConfig.class, tree, "unet_basic");
  }

  private static NoiseSchedule scheduleOf(TensorFile file) {
    return NoiseSchedule.of(
        NoiseSchedule.Kind.valueOf(file.metadata().get("schedule").toUpperCase(Locale.ROOT)),
        Integer.parseInt(file.metadata().get("T")));
  }

  static List<GoldenResult> algorithm1(String name, TensorFile file, Engine engine) {
    List<GoldenResult> results = new ArrayList<>();
    try (UNetModel model = UNetModel.golden(GoldenSuite.basicNetwork(file), engine);
        Gradients off = Gradients.off()) {
      Losses losses = new Losses(new Diffusion(scheduleOf(file)), Variance.FIXED);
      Tensor x0 = Goldens.floats(file, "x0", engine);
      Tensor noise = Goldens.floats(file, "noise", engine);
      for (JsonNode run :
          Settings.parseYaml("runs: " + file.metadata().get("runs"), "runs").get("runs")) {
        if (run.get("s").asDouble() != 0) {
          continue;
        }
        double tau = run.get("tau").asDouble();
        int level = run.get("Q").asInt();
        PerturbationSettings settings =
            new PerturbationSettings(
                List.of(level),
                run.get("R").asInt(),
                1,
                tau,
                1,
                run.get("clip").asBoolean() ? Clip.TO_IMAGE_RANGE : Clip.NONE,
                StepConvention.PUBLISHED_CODE);
        ConditionPerturbation cdm =
            new ConditionPerturbation(model, losses, settings, 1, 0, new ImageNoise(0), 2);
        results.add(
            Goldens.compare(
                name,
                file,
                run.get("name").asText(),
                cdm.map(x0, noise, level),
                algorithmBound(engine, tau)));
      }
    }
    return results;
  }

  /** The differences are divided by 1 − τ, so rounding is magnified as much. */
  private static double algorithmBound(Engine engine, double tau) {
    double float32 = tau == 0 ? 1e-3 : 1e-2;
    return Goldens.bound(engine, float32);
  }
}
