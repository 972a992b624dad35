package io.wisp.activation;

import io.wisp.BadSetting;
import java.util.List;

/**
 * How class activation maps are made from a classifier.
 *
 * @param layer the block whose activations are used: {@code input_blocks.3}, counted from the end
 *     with a minus as {@code input_blocks.-1}, or {@code middle_block}
 * @param augmentation whether maps of the image, of its mirror image, and of both at 0.9 and 1.1
 *     times the contrast are averaged
 * @param eigen whether the first principal component of the weighted channels replaces their sum
 * @param maskBatch masked images that go through the classifier together in ScoreCAM
 */
public record ClassActivationSettings(
    String layer, boolean augmentation, boolean eigen, int maskBatch) implements MethodSettings {
  /** Of all class activation maps. */
  public static final MethodSection<ClassActivationSettings> SECTION =
      new MethodSection<>("cam", ClassActivationSettings.class, published());

  private static final String LAST = "input_blocks.-";

  public ClassActivationSettings {
    if (layer == null || layer.isBlank()) {
      throw new BadSetting(
          "cam.layer", layer, "cam.layer is empty: give a block, such as input_blocks.-1.");
    }
    BadSetting.unless(maskBatch >= 1, "cam.mask_batch", maskBatch, "at least 1");
  }

  /** The last block of the encoder, with both smoothings, as Hu et al. ran them. */
  public static ClassActivationSettings published() {
    return new ClassActivationSettings("input_blocks.-1", true, true, 64);
  }

  /**
   * The layer's name, counted from the front.
   *
   * @param blocks of the classifier
   */
  String layerAmong(List<String> blocks) {
    String name = layer;
    if (layer.matches("input_blocks\\.-\\d{1,4}")) {
      int fromTheEnd = Integer.parseInt(layer.substring(LAST.length()));
      name = "input_blocks." + (blocks.size() - 1 - fromTheEnd);
    }
    if (!blocks.contains(name)) {
      throw new BadSetting(
          "cam.layer",
          layer,
          "cam.layer is %s, which the classifier does not have; there are: %s, or input_blocks.-1 for the last of them."
              .formatted(layer, String.join(", ", blocks)));
    }
    return name;
  }
}
