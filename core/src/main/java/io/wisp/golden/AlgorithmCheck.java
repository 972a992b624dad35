package io.wisp.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.wisp.UserError;
import io.wisp.activation.ConditionPerturbation;
import io.wisp.activation.ImageNoise;
import io.wisp.activation.PerturbationSettings;
import io.wisp.activation.StepConvention;
import io.wisp.diffusion.Clip;
import io.wisp.diffusion.Diffusion;
import io.wisp.diffusion.Losses;
import io.wisp.diffusion.Variance;
import io.wisp.engine.Gradients;
import io.wisp.network.UNetConfig;
import io.wisp.network.UNetModel;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/** The maps of Algorithm 1, with the settings of each run in the file. */
final class AlgorithmCheck {
  private static final double PUBLISHED_TAU = 0.95;

  private AlgorithmCheck() {}

  static void run(GoldenFile file, Findings findings) {
    UNetConfig config = file.network("model");
    try (UNetModel model = UNetModel.golden(config, file.engine());
        Gradients off = Gradients.off()) {
      Losses losses = new Losses(new Diffusion(file.schedule()), varianceOf(config));
      for (JsonNode run : file.json("runs")) {
        String name = said(run, "name").asText();
        if (run.path("s").asDouble(0) == 0) {
          map(file, run, model, losses, findings);
        } else {
          file.array(name);
          findings.skip(name, GoldenKind.GUIDANCE_IS_MISSING);
        }
      }
    }
  }

  private static void map(
      GoldenFile file, JsonNode run, UNetModel model, Losses losses, Findings findings) {
    PerturbationSettings settings = settings(run);
    int level = settings.noiseLevels().get(0);
    if (level >= losses.diffusion().schedule().steps()) {
      throw new UserError(
          "The golden run %s has Q beyond its schedule.".formatted(run.get("name")));
    }
    Tensor map =
        new ConditionPerturbation(model, losses, settings, 1, 0, new ImageNoise(0), 1)
            .map(file.floats("x0"), file.floats("noise"), level);
    findings.compare(file, run.get("name").asText(), map, Bounds.map(settings.tau()));
  }

  private static PerturbationSettings settings(JsonNode run) {
    return new PerturbationSettings(
        List.of(said(run, "Q").asInt()),
        said(run, "R").asInt(),
        1,
        run.path("tau").asDouble(PUBLISHED_TAU),
        1,
        run.path("clip").asBoolean(true) ? Clip.TO_IMAGE_RANGE : Clip.NONE,
        StepConvention.PUBLISHED_CODE);
  }

  private static JsonNode said(JsonNode run, String name) {
    if (!run.hasNonNull(name)) {
      throw new UserError(
          "A golden run of Algorithm 1 does not say its %s: %s".formatted(name, run));
    }
    return run.get(name);
  }

  private static Variance varianceOf(UNetConfig config) {
    return config.outChannels() == Variance.LEARNED.outChannels(config.inChannels())
        ? Variance.LEARNED
        : Variance.FIXED;
  }
}
