package io.wisp.activation;

import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import io.wisp.network.EncoderUNetModel;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Class activation maps of the classifier on clean images (t = 0), as pytorch-grad-cam makes them:
 * the weighted channels of a block are summed, clipped at 0, upsampled, and scaled to [0, 1].
 *
 * @param classifier p_φ
 * @param kind how channels are weighted
 * @param settings the block, and how maps are smoothed
 * @param label y1: the class whose object is sought
 * @param batch images that go through the classifier together
 */
public record ClassActivation(
    EncoderUNetModel classifier,
    ClassActivationKind kind,
    ClassActivationSettings settings,
    int label,
    int batch)
    implements ActivationMethod {
  private static final double EPSILON = 1e-7;

  /** How an image is augmented before it is mapped. */
  private record View(boolean mirrored, double contrast) {
    static final List<View> PLAIN = List.of(new View(false, 1));

    static final List<View> ALL =
        List.of(
            new View(false, 0.9),
            new View(false, 1),
            new View(false, 1.1),
            new View(true, 0.9),
            new View(true, 1),
            new View(true, 1.1));

    Tensor of(Tensor x) {
      Tensor turned = mirrored ? x.flip(3) : x;
      return turned.mul(Tensors.scalar(contrast));
    }

    Tensor back(Tensor map) {
      return mirrored ? map.flip(2) : map;
    }
  }

  /** Sign of the first principal component, where it is used. */
  public enum Direction {
    /** As the sum of the channels. */
    ALONG,
    /** The opposite: to compare with implementations that leave it to chance. */
    AGAINST
  }

  @Override
  public List<float[]> maps(List<LabelledImage> images) {
    return ImageBatch.mapped(images, batch, classifier, this::meanOfViews);
  }

  private Tensor meanOfViews(Tensor x) {
    List<Tensor> views = views(x, Direction.ALONG);
    return views.stream().reduce(Tensor::add).orElseThrow().div(Tensors.scalar(views.size()));
  }

  /**
   * The maps to average: one, or one per augmented image.
   *
   * @param x images, [N, C, H, W]
   * @return maps in [0, 1], [N, H, W], each on the grid of the unchanged image
   */
  public List<Tensor> views(Tensor x, Direction direction) {
    List<Tensor> maps = new ArrayList<>();
    for (View view : settings.augmentation() ? View.ALL : View.PLAIN) {
      try (Scope scope = new Scope()) {
        maps.add(scope.escape(view.back(map(view.of(x), direction))));
      }
    }
    return maps;
  }

  private Tensor map(Tensor x, Direction direction) {
    String block = settings.layerAmong(classifier.blockNames());
    LayerFeatures features = LayerFeatures.of(classifier, x, block, label);
    MaskScores scores = new MaskScores(classifier, x, label, settings.maskBatch());
    Tensor weighted = kind.weighted(features, scores);
    Tensor map = settings.eigen() ? component(weighted, direction) : weighted.sum(1);
    Tensor small = scaled(map.relu()).unsqueeze(1);
    long[] size = {x.size(2), x.size(3)};
    return scaled(torch.upsample_bilinear2d(small, size, false).squeeze(1));
  }

  private static Tensor component(Tensor weighted, Direction direction) {
    Tensor component = PrincipalComponent.of(weighted);
    return direction == Direction.ALONG ? component : component.neg();
  }

  /** Each map to [0, 1]: [N, h, w]. */
  private static Tensor scaled(Tensor maps) {
    Tensor raised = maps.sub(maps.amin(new long[] {1, 2}, true));
    return raised.div(raised.amax(new long[] {1, 2}, true).add(Tensors.scalar(EPSILON)));
  }
}
