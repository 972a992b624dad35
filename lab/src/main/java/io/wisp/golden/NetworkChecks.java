package io.wisp.golden;

import io.wisp.engine.Gradients;
import io.wisp.network.EncoderUNetModel;
import io.wisp.network.FileSource;
import io.wisp.network.UNetConfig;
import io.wisp.network.UNetModel;
import io.wisp.weights.TensorFile;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Outputs of the U-Net; logits and gradients of the classifier. */
final class NetworkChecks {
  private static final String GRADIENT = "grad_log_p_y";

  private NetworkChecks() {}

  static void unet(GoldenFile file, Findings findings) {
    if (isFilled(file, findings)) {
      try (UNetModel model = UNetModel.golden(file.network("config"), file.engine())) {
        output(file, model, findings);
      }
    }
  }

  /** The same with weights from a checkpoint. */
  static void unet(GoldenFile file, TensorFile weights, Findings findings) {
    UNetConfig config = file.network("config");
    try (UNetModel model = UNetModel.create(config, file.engine(), new FileSource(weights))) {
      output(file, model, findings);
    }
  }

  static void encoder(GoldenFile file, Findings findings) {
    if (isFilled(file, findings)) {
      try (EncoderUNetModel model =
          EncoderUNetModel.golden(file.network("config"), file.engine())) {
        logits(file, model, findings);
      }
    }
  }

  /** The same with weights from a checkpoint. */
  static void encoder(GoldenFile file, TensorFile weights, Findings findings) {
    UNetConfig config = file.network("config");
    try (EncoderUNetModel model =
        EncoderUNetModel.create(config, file.engine(), new FileSource(weights))) {
      logits(file, model, findings);
    }
  }

  private static boolean isFilled(GoldenFile file, Findings findings) {
    boolean filled = !file.says("fill") || file.text("fill").equals("golden");
    if (!filled) {
      findings.skip("fill " + file.text("fill"), "Wisp knows only the golden fill");
    }
    return filled;
  }

  private static void output(GoldenFile file, UNetModel model, Findings findings) {
    try (Gradients off = Gradients.off()) {
      Tensor output =
          model.forward(file.floats("x"), file.timesteps("t"), labelEmbedding(file, model));
      findings.compare(file, "output", output, Bounds.network(file.engine()));
    }
  }

  /** f(y), or null for a network without a condition. */
  static Tensor labelEmbedding(GoldenFile file, UNetModel model) {
    int classes = model.config().numClasses();
    return classes > 0 && file.contains("y") ? model.embedLabels(file.labels("y", classes)) : null;
  }

  private static void logits(GoldenFile file, EncoderUNetModel model, Findings findings) {
    double bound = Bounds.network(file.engine());
    try (Gradients off = Gradients.off()) {
      findings.compareIfThere(
          file, "logits", model.forward(file.floats("x"), file.timesteps("t")), bound);
    }
    for (String quantity : gradients(file)) {
      int label = Integer.parseInt(quantity.substring(GRADIENT.length()));
      findings.compare(file, quantity, gradient(file, model, label), bound);
    }
  }

  private static List<String> gradients(GoldenFile file) {
    return file.tensors().stream().filter(name -> name.matches(GRADIENT + "\\d{1,4}")).toList();
  }

  /** ∇_x Σ log p(y | x). */
  private static Tensor gradient(GoldenFile file, EncoderUNetModel model, int label) {
    try (Gradients on = Gradients.on()) {
      Tensor x = file.floats("x").requires_grad_(true);
      Tensor logits = model.forward(x, file.timesteps("t"));
      Tensor chosen = torch.log_softmax(logits, 1).select(1, label).sum();
      return Gradients.of(chosen, x);
    }
  }
}
