package io.wisp.golden;

import io.wisp.activation.ClassActivation;
import io.wisp.activation.ClassActivation.Direction;
import io.wisp.activation.ClassActivationKind;
import io.wisp.activation.ClassActivationSettings;
import io.wisp.engine.Gradients;
import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import io.wisp.network.EncoderUNetModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.pytorch.Tensor;

/**
 * Class activation maps, each with and without its two smoothings. Where a map is a mean over
 * principal components, whose signs are arbitrary, it is compared with the nearest of all choices
 * of signs.
 */
final class ClassActivationCheck {
  private static final Pattern NAME = Pattern.compile("([a-z]+)_aug([01])_eigen([01])");

  /** The factor between the golden logits and those of the network. */
  private static final double LOGIT_SCALE = 1e4;

  private static final int MASK_BATCH = 64;
  private static final Map<String, ClassActivationKind> KINDS =
      Map.of(
          "gradcam", ClassActivationKind.GRADCAM,
          "gradcampp", ClassActivationKind.GRADCAM_PLUS_PLUS,
          "scorecam", ClassActivationKind.SCORECAM,
          "layercam", ClassActivationKind.LAYERCAM);

  private ClassActivationCheck() {}

  static void run(GoldenFile file, Findings findings) {
    try (EncoderUNetModel classifier =
            EncoderUNetModel.golden(file.network("classifier"), file.engine());
        Scope scope = new Scope();
        Gradients off = Gradients.off()) {
      scaleLogits(classifier);
      Tensor x = file.floats("x");
      Map<String, List<Tensor>> weighted = new HashMap<>();
      for (String name : file.tensors()) {
        Matcher parts = NAME.matcher(name);
        if (parts.matches() && KINDS.containsKey(parts.group(1))) {
          ClassActivationKind kind = KINDS.get(parts.group(1));
          ClassActivation method = method(file, classifier, kind, parts);
          List<Tensor> channels =
              weighted.computeIfAbsent(parts.group(1) + parts.group(2), key -> method.weighted(x));
          double error = error(method, x, channels, file.doubles(name));
          findings.compared(file, name, error, Bounds.classActivation(kind));
        }
      }
    }
  }

  private static void scaleLogits(EncoderUNetModel classifier) {
    classifier
        .parameters()
        .tensors()
        .forEach(
            (name, values) -> {
              if (name.matches("out\\.(2\\.c_proj|3)\\.(weight|bias)")) {
                values.mul_(Tensors.scalar(LOGIT_SCALE));
              }
            });
    classifier.parameters().refresh();
  }

  private static ClassActivation method(
      GoldenFile file, EncoderUNetModel classifier, ClassActivationKind kind, Matcher parts) {
    boolean augmentation = parts.group(2).equals("1");
    boolean eigen = parts.group(3).equals("1");
    return new ClassActivation(
        classifier,
        kind,
        new ClassActivationSettings("input_blocks.-1", augmentation, eigen, MASK_BATCH),
        file.number("target"),
        1);
  }

  private static double error(
      ClassActivation method, Tensor x, List<Tensor> weighted, double[] expected) {
    try (Scope scope = new Scope()) {
      List<float[]> along = values(method.maps(x, weighted, Direction.ALONG));
      List<float[]> against =
          method.settings().eigen() ? values(method.maps(x, weighted, Direction.AGAINST)) : along;
      return error(along, against, expected, (int) x.size(0));
    }
  }

  private static List<float[]> values(List<Tensor> views) {
    return views.stream().map(Tensors::toFloats).toList();
  }

  /** The largest error over the images, each with its best signs. */
  private static double error(
      List<float[]> along, List<float[]> against, double[] expected, int images) {
    int pixels = expected.length / images;
    double largest = 0;
    for (int image = 0; image < images; image++) {
      int from = image * pixels;
      double[] wanted = Arrays.copyOfRange(expected, from, from + pixels);
      double least = Double.POSITIVE_INFINITY;
      int choices = along.equals(against) ? 1 : 1 << along.size();
      for (int choice = 0; choice < choices; choice++) {
        double[] mean = mean(chosen(along, against, choice), from, pixels);
        least = Math.min(least, RelativeError.of(mean, wanted));
      }
      largest = Math.max(largest, least);
    }
    return largest;
  }

  private static List<float[]> chosen(List<float[]> along, List<float[]> against, int choice) {
    List<float[]> views = new ArrayList<>();
    for (int view = 0; view < along.size(); view++) {
      views.add((choice >> view & 1) == 0 ? along.get(view) : against.get(view));
    }
    return views;
  }

  private static double[] mean(List<float[]> views, int from, int pixels) {
    double[] mean = new double[pixels];
    for (float[] view : views) {
      for (int i = 0; i < pixels; i++) {
        mean[i] += view[from + i] / views.size();
      }
    }
    return mean;
  }
}
