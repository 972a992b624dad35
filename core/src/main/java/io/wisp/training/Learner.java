package io.wisp.training;

import io.wisp.network.Parameters;
import org.bytedeco.pytorch.Tensor;

/** A network that learns, and what it is to make small. */
interface Learner extends AutoCloseable {
  Parameters parameters();

  /** Switches dropout, and whether the parameters record gradients. */
  void training(boolean on);

  /** The mean loss of a batch, one number. */
  Tensor loss(Batch batch);

  @Override
  void close();
}
