package io.wisp.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.wisp.UserError;
import io.wisp.activation.ConditionPerturbation;
import io.wisp.activation.Flips;
import io.wisp.activation.ImageNoise;
import io.wisp.activation.PerturbationSettings;
import io.wisp.activation.StepConvention;
import io.wisp.diffusion.ClassifierGuidance;
import io.wisp.diffusion.Clip;
import io.wisp.diffusion.Diffusion;
import io.wisp.diffusion.Guidance;
import io.wisp.diffusion.Losses;
import io.wisp.diffusion.Variance;
import io.wisp.engine.Gradients;
import io.wisp.network.EncoderUNetModel;
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
        said(run, "name");
        double scale = run.path("s").asDouble(0);
        if (scale == 0) {
          map(file, run, model, losses, Guidance.NONE, findings);
        } else {
          guidedMap(file, run, model, losses, scale, findings);
        }
      }
    }
  }

  private static void guidedMap(
      GoldenFile file,
      JsonNode run,
      UNetModel model,
      Losses losses,
      double scale,
      Findings findings) {
    try (EncoderUNetModel classifier =
        EncoderUNetModel.golden(file.network("classifier"), file.engine())) {
      Guidance guidance = new ClassifierGuidance(classifier, losses.diffusion().schedule(), scale);
      map(file, run, model, losses, guidance, findings);
    }
  }

  private static void map(
      GoldenFile file,
      JsonNode run,
      UNetModel model,
      Losses losses,
      Guidance guidance,
      Findings findings) {
    PerturbationSettings settings = settings(run);
    int level = settings.noiseLevels().get(0);
    if (level >= losses.diffusion().schedule().steps()) {
      throw new UserError(
          "The golden run %s has Q beyond its schedule.".formatted(run.get("name")));
    }
    Tensor map =
        new ConditionPerturbation(model, losses, settings, 1, 0, new ImageNoise(0), 1, guidance)
            .map(file.floats("x0"), file.floats("noise"), level);
    findings.compare(file, run.get("name").asText(), map, Bounds.map(settings.tau()));
  }

  private static PerturbationSettings settings(JsonNode run) {
    return new PerturbationSettings(
        List.of(said(run, "Q").asInt()),
        said(run, "R").asInt(),
        1,
        run.path("tau").asDouble(PUBLISHED_TAU),
        PerturbationSettings.Against.ABSENT,
        1,
        1,
        run.path("clip").asBoolean(true) ? Clip.TO_IMAGE_RANGE : Clip.NONE,
        StepConvention.PUBLISHED_CODE,
        Flips.NONE);
  }

  private static JsonNode said(JsonNode run, String name) {
    if (!run.hasNonNull(name)) {
      throw new UserError(
          "A golden run of Algorithm 1 does not say its %s: %s".formatted(name, run));
    }
    return run.get(name);
  }

  static Variance varianceOf(UNetConfig config) {
    return config.outChannels() == Variance.LEARNED.outChannels(config.inChannels())
        ? Variance.LEARNED
        : Variance.FIXED;
  }
}
