package io.wisp.training;

import io.wisp.network.Network;
import io.wisp.network.Parameters;
import java.util.function.Function;
import org.bytedeco.pytorch.Tensor;

/**
 * A network in training, and its loss. Used by the thread that trains; {@link TrainingState} closes
 * it.
 *
 * @param network owned
 * @param loss the mean loss of a batch, one number
 */
record Learner(Network network, Function<Batch, Tensor> loss) implements AutoCloseable {
  Parameters parameters() {
    return network.parameters();
  }

  @Override
  public void close() {
    network.close();
  }
}
