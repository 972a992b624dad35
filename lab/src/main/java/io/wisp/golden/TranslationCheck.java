package io.wisp.golden;

import io.wisp.activation.HealthyTranslation;
import io.wisp.activation.StepConvention;
import io.wisp.activation.TranslationSettings;
import io.wisp.diffusion.ClassifierGuidance;
import io.wisp.diffusion.Clip;
import io.wisp.diffusion.Diffusion;
import io.wisp.diffusion.Losses;
import io.wisp.diffusion.NoiseSchedule;
import io.wisp.engine.Gradients;
import io.wisp.network.EncoderUNetModel;
import io.wisp.network.UNetConfig;
import io.wisp.network.UNetModel;
import org.bytedeco.pytorch.Tensor;

/** CG-Diff: the encoded image, the decoded one, and their difference. */
final class TranslationCheck {
  private static final int HEALTHY = 0;

  private TranslationCheck() {}

  static void run(GoldenFile file, Findings findings) {
    UNetConfig config = file.network("model");
    NoiseSchedule schedule =
        file.says("schedule") ? file.schedule() : NoiseSchedule.of(NoiseSchedule.Kind.LINEAR, 1000);
    try (UNetModel model = UNetModel.golden(config, file.engine());
        EncoderUNetModel classifier =
            EncoderUNetModel.golden(file.network("classifier"), file.engine());
        Gradients off = Gradients.off()) {
      Losses losses = new Losses(new Diffusion(schedule), AlgorithmCheck.varianceOf(config));
      TranslationSettings settings =
          new TranslationSettings(
              file.number("Q"),
              1,
              file.number("s"),
              Clip.TO_IMAGE_RANGE,
              StepConvention.PUBLISHED_CODE);
      ClassifierGuidance guidance = new ClassifierGuidance(classifier, schedule, settings.scale());
      HealthyTranslation translation =
          new HealthyTranslation(model, losses, settings, HEALTHY, HEALTHY, guidance, 1);
      compare(file, translation, findings);
    }
  }

  private static void compare(GoldenFile file, HealthyTranslation translation, Findings findings) {
    Tensor x0 = file.floats("x0");
    Tensor encoded = translation.encode(x0);
    findings.compare(file, "encoded", encoded, Bounds.TRANSLATION);
    Tensor decoded = translation.decode(encoded);
    findings.compare(file, "decoded", decoded, Bounds.TRANSLATION);
    Tensor difference = HealthyTranslation.difference(x0, decoded);
    findings.compare(file, "anomaly", difference, Bounds.TRANSLATION);
  }
}
