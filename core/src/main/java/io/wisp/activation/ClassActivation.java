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
    List<Tensor> maps = maps(x, weighted(x), Direction.ALONG);
    return maps.stream().reduce(Tensor::add).orElseThrow().div(Tensors.scalar(maps.size()));
  }

  private List<View> views() {
    return settings.augmentation() ? View.ALL : View.PLAIN;
  }

  /**
   * The weighted channels of the block: of the images alone, or of each augmentation of them.
   *
   * @param x images, [N, C, H, W]
   * @return channels, [N, K, h, w] each
   */
  public List<Tensor> weighted(Tensor x) {
    String block = settings.layerAmong(classifier.blockNames());
    List<Tensor> channels = new ArrayList<>();
    for (View view : views()) {
      try (Scope scope = new Scope()) {
        Tensor seen = view.of(x);
        LayerFeatures features = LayerFeatures.of(classifier, seen, block, label);
        MaskScores scores = new MaskScores(classifier, seen, label, settings.maskBatch());
        channels.add(scope.escape(kind.weighted(features, scores)));
      }
    }
    return channels;
  }

  /**
   * The maps to average: one, or one per augmented image.
   *
   * @param x images, [N, C, H, W]
   * @param weighted their weighted channels, as {@link #weighted} gives them
   * @return maps in [0, 1], [N, H, W], each on the grid of the unchanged image
   */
  public List<Tensor> maps(Tensor x, List<Tensor> weighted, Direction direction) {
    List<Tensor> maps = new ArrayList<>();
    for (int i = 0; i < weighted.size(); i++) {
      try (Scope scope = new Scope()) {
        Tensor map = map(weighted.get(i), new long[] {x.size(2), x.size(3)}, direction);
        maps.add(scope.escape(views().get(i).back(map)));
      }
    }
    return maps;
  }

  private Tensor map(Tensor weighted, long[] size, Direction direction) {
    Tensor map = settings.eigen() ? component(weighted, direction) : weighted.sum(1);
    Tensor small = scaled(map.relu()).unsqueeze(1);
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
