package io.wisp.network;

import io.wisp.engine.Engine;
import io.wisp.engine.Tensors;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/**
 * The noise predictor's network as a segmenter: without conditions, and with one output channel.
 *
 * @param model owned; it has no timestep, so t is 0
 */
public record PlainUNet(UNetModel model) implements SegmentationNetwork {
  @Override
  public Output forward(Tensor x) {
    Tensor logits = model.forward(x, Tensors.longs(new int[1], model.engine()), null);
    return new Output(logits, Optional.empty());
  }

  @Override
  public NetworkConfig config() {
    return model.config();
  }

  @Override
  public Engine engine() {
    return model.engine();
  }

  @Override
  public Parameters parameters() {
    return model.parameters();
  }

  @Override
  public void training(boolean on) {
    model.training(on);
  }

  @Override
  public void close() {
    model.close();
  }
}
