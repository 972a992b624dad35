package io.wisp.golden;

import io.wisp.engine.Engine;
import io.wisp.engine.Gradients;
import io.wisp.engine.Tensors;
import io.wisp.network.EncoderUNetModel;
import io.wisp.network.UNetModel;
import io.wisp.weights.TensorFile;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Outputs of the U-Net; logits and gradients of the classifier. */
final class NetworkChecks {
  private static final double BOUND = 1e-4;

  private NetworkChecks() {}

  static List<GoldenResult> unet(String name, TensorFile file, Engine engine) {
    try (UNetModel model = UNetModel.golden(Goldens.config(file, "config"), engine);
        Gradients off = Gradients.off()) {
      Tensor embedding =
          file.contains("y") ? model.embedLabels(Goldens.longs(file, "y", engine)) : null;
      Tensor output =
          model.forward(
              Goldens.floats(file, "x", engine), Goldens.longs(file, "t", engine), embedding);
      return List.of(Goldens.compare(name, file, "output", output, Goldens.bound(engine, BOUND)));
    }
  }

  static List<GoldenResult> encoder(String name, TensorFile file, Engine engine) {
    try (EncoderUNetModel model = EncoderUNetModel.golden(Goldens.config(file, "config"), engine)) {
      Tensor x = Goldens.floats(file, "x", engine).requires_grad_(true);
      Tensor logits = model.forward(x, Goldens.longs(file, "t", engine));
      Tensor chosen = torch.log_softmax(logits, 1).select(1, 1).sum();
      Tensor gradient = torch.grad(new TensorVector(chosen), new TensorVector(x)).get(0);
      double bound = Goldens.bound(engine, BOUND);
      return List.of(
          Goldens.compare(name, file, "logits", logits, bound),
          GoldenResult.compare(
              name,
              "grad_log_p_y1",
              Tensors.toFloats(gradient),
              file.get("grad_log_p_y1").floats(),
              bound));
    }
  }
}
