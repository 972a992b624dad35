package io.wisp.activation;

import io.wisp.diffusion.Conditions;
import io.wisp.diffusion.Denoiser;
import io.wisp.diffusion.Guidance;
import io.wisp.diffusion.Losses;
import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import io.wisp.network.UNetModel;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * CG-Diff (Wolleb et al., Diffusion Models for Medical Anomaly Detection, MICCAI 2022): the image
 * is encoded by reversed DDIM up to noise level Q, and decoded by DDIM towards the class without
 * the object; the map is |x − x̂|, summed over channels.
 *
 * @param model ε_θ
 * @param losses tells which part of the output is ε
 * @param settings Q and the rest
 * @param encodeAs the label under which the image is encoded
 * @param decodeAs the label under which it is decoded, and towards which it is guided
 * @param guidance steers decoding
 * @param batch images that go through the network together
 */
public record HealthyTranslation(
    UNetModel model,
    Losses losses,
    TranslationSettings settings,
    int encodeAs,
    int decodeAs,
    Guidance guidance,
    int batch)
    implements ActivationMethod {

  @Override
  public List<float[]> maps(List<LabelledImage> images) {
    return ImageBatch.mapped(
        images,
        batch,
        model,
        (x, positions) -> difference(x, decode(encode(x, positions), positions)));
  }

  /**
   * The difference that is the map.
   *
   * @param x images, [N, C, H, W]
   * @param translated of the same shape
   * @return [N, H, W], 0 or more
   */
  public static Tensor difference(Tensor x, Tensor translated) {
    return x.sub(translated).abs().sum(1);
  }

  /**
   * Up to noise level Q, deterministic: [N, C, H, W] to the same shape.
   *
   * @param positions each image's position in its scan, in [0, 1], or one for all; none for a
   *     network without positions
   */
  public Tensor encode(Tensor x, float... positions) {
    Denoiser denoiser = new Denoiser(model, losses, settings.clip(), Guidance.NONE);
    try (Conditions conditions = conditions(encodeAs, positions)) {
      int last = settings.noiseLevel();
      return walk(denoiser, x, settings.encodingStart(), last, conditions, encodeAs);
    }
  }

  /**
   * Down to the clean image, steered: [N, C, H, W] to the same shape.
   *
   * @param positions of {@link #encode}
   */
  public Tensor decode(Tensor encoded, float... positions) {
    Denoiser denoiser = new Denoiser(model, losses, settings.clip(), guidance);
    try (Conditions conditions = conditions(decodeAs, positions)) {
      return walk(denoiser, encoded, settings.decodingStart(), -1, conditions, decodeAs);
    }
  }

  private Tensor walk(
      Denoiser denoiser, Tensor x, int first, int last, Conditions conditions, int label) {
    int direction = Integer.signum(last - first);
    Tensor xt = x;
    int t = first;
    while (t != last) {
      int target = t + direction * Math.min(settings.stride(), Math.abs(last - t));
      try (Scope scope = new Scope()) {
        xt = scope.escape(denoiser.step(xt, t, target, conditions, label));
      }
      t = target;
    }
    return xt;
  }

  private Conditions conditions(int label, float... positions) {
    Tensor embedding = model.embedLabels(Tensors.longs(new int[] {label}, model.engine()));
    return new Conditions(model, embedding, positions);
  }
}
