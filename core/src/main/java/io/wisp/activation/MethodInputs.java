package io.wisp.activation;

import io.wisp.diffusion.ClassifierGuidance;
import io.wisp.diffusion.Guidance;
import io.wisp.diffusion.Losses;
import io.wisp.network.EncoderUNetModel;
import io.wisp.network.Network;
import io.wisp.network.UNetModel;
import java.util.Map;

/**
 * What methods are made from.
 *
 * @param networks those that the method uses, but for those computed elsewhere
 * @param elsewhere segmenters and students that another engine computes; maps are probabilities
 * @param settings of all methods
 * @param losses of the process that diffusion model and classifier were trained for
 * @param noise the source of noise
 * @param imageSize rows and columns of an image
 * @param batch images that go through a network together
 * @param training for rules that average labelled slices
 */
public record MethodInputs(
    Map<RunKind, Network> networks,
    Map<RunKind, ActivationMethod> elsewhere,
    MapSettings settings,
    Losses losses,
    ImageNoise noise,
    int imageSize,
    int batch,
    TrainingSlices training) {

  /**
   * Pixels that go through a network together, over all images: more are no faster, since they
   * exceed the caches.
   */
  private static final int PIXELS = 1 << 15;

  public MethodInputs {
    networks = Map.copyOf(networks);
    elsewhere = Map.copyOf(elsewhere);
  }

  /** All networks are computed by LibTorch, and there are no training slices. */
  public MethodInputs(
      Map<RunKind, Network> networks,
      MapSettings settings,
      Losses losses,
      ImageNoise noise,
      int imageSize,
      int batch) {
    this(networks, Map.of(), settings, losses, noise, imageSize, batch, TrainingSlices.NONE);
  }

  /** The fastest batch size for images of this side. */
  public static int batch(int side) {
    return Math.max(1, PIXELS / (side * side));
  }

  /** ε_θ. */
  UNetModel predictor() {
    return (UNetModel) network(RunKind.DIFFUSION);
  }

  /** p_φ. */
  EncoderUNetModel classifier() {
    return (EncoderUNetModel) network(RunKind.CLASSIFIER);
  }

  /** The network of one kind of run. */
  public Network network(RunKind kind) {
    Network network = networks.get(kind);
    if (network == null) {
      throw new IllegalArgumentException("no network of kind " + kind);
    }
    return network;
  }

  /** A section of the settings. */
  public <T extends MethodSettings> T settings(MethodSection<T> section) {
    return settings.of(section);
  }

  /** y1, the label with the object. */
  public int present() {
    return settings.contrast().present();
  }

  /** y0, the label that it is compared with. */
  public int absent() {
    return settings.contrast().absent();
  }

  /** The classifier's guidance, s times its gradient. */
  Guidance guidance(double scale) {
    return new ClassifierGuidance(classifier(), losses.diffusion().schedule(), scale);
  }
}
