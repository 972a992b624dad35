package io.wisp.activation;

import io.wisp.BadSetting;
import io.wisp.diffusion.ClassifierGuidance;
import io.wisp.diffusion.Guidance;
import io.wisp.diffusion.Losses;
import io.wisp.network.EncoderUNetModel;
import io.wisp.network.UNetModel;
import java.util.Optional;

/**
 * Makes methods of networks.
 *
 * @param predictor ε_θ, for the methods that need it
 * @param classifier p_φ, for the methods that need it
 * @param segmenter the supervised network, for the method that needs it
 * @param student the network that learned from a weak method's masks, for the method that needs it
 * @param losses of the process that both were trained for
 * @param noise where noise comes from
 * @param batch images that go through a network together
 */
public record MethodFactory(
    Optional<UNetModel> predictor,
    Optional<EncoderUNetModel> classifier,
    Optional<UNetModel> segmenter,
    Optional<UNetModel> student,
    Losses losses,
    ImageNoise noise,
    int batch) {

  /**
   * How many pixels go through a network together, over all images: more are no faster, since they
   * leave the caches.
   */
  private static final int PIXELS = 1 << 15;

  /** The number of images of this side that go through a network fastest together. */
  public static int batch(int side) {
    return Math.max(1, PIXELS / (side * side));
  }

  /** The method of that name, with its part of the settings. */
  public ActivationMethod make(MapMethod method, MapSettings settings) {
    return switch (method) {
      case CDM -> perturbation(settings, Guidance.NONE);
      case CG_CDM -> perturbation(settings, guidance(settings.cgCdm().scale()));
      case CG_DIFF -> translation(settings, absent(settings), guidance(settings.cgDiff().scale()));
      case CG_DIFF_UNGUIDED -> translation(settings, absent(settings), Guidance.NONE);
      case CG_DIFF_CONDITIONAL -> translation(settings, present(settings), Guidance.NONE);
      case GRADCAM -> activation(settings, ClassActivationKind.GRADCAM);
      case GRADCAM_PLUS_PLUS -> activation(settings, ClassActivationKind.GRADCAM_PLUS_PLUS);
      case SCORECAM -> activation(settings, ClassActivationKind.SCORECAM);
      case LAYERCAM -> activation(settings, ClassActivationKind.LAYERCAM);
      case FSL -> new SupervisedSegmentation(segmenter.orElseThrow(), batch);
      case STUDENT -> new SupervisedSegmentation(student.orElseThrow(), batch);
    };
  }

  private ActivationMethod perturbation(MapSettings settings, Guidance guidance) {
    UNetModel network = predictor.orElseThrow();
    ActivationMethod method =
        new ConditionPerturbation(
            network,
            losses,
            settings.map(),
            present(settings),
            absent(settings),
            noise,
            batch,
            guidance);
    return settings.map().flips().around(method, network.config().imageSize());
  }

  private ActivationMethod translation(MapSettings settings, int encodeAs, Guidance guidance) {
    int last = losses.diffusion().schedule().steps() - 1;
    if (settings.cgDiff().noiseLevel() > last) {
      throw new BadSetting(
          "cg_diff.noise_level",
          settings.cgDiff().noiseLevel(),
          "cg_diff.noise_level is %s, but diffusion.steps is %s: levels go up to %s."
              .formatted(settings.cgDiff().noiseLevel(), last + 1, last));
    }
    return new HealthyTranslation(
        predictor.orElseThrow(),
        losses,
        settings.cgDiff(),
        encodeAs,
        absent(settings),
        guidance,
        batch);
  }

  private ActivationMethod activation(MapSettings settings, ClassActivationKind kind) {
    return new ClassActivation(
        classifier.orElseThrow(), kind, settings.cam(), present(settings), batch);
  }

  private static int present(MapSettings settings) {
    return settings.contrast().present();
  }

  private static int absent(MapSettings settings) {
    return settings.contrast().absent();
  }

  private Guidance guidance(double scale) {
    return new ClassifierGuidance(classifier.orElseThrow(), losses.diffusion().schedule(), scale);
  }
}
