package io.wisp.training;

import io.wisp.engine.Gradients;
import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Whether the latest step was skipped, since its gradients were not finite. The flag stays on the
 * device, and so do choices that depend on it: to read it at every step would be to wait at every
 * step. Owned by {@link AdamW}; used by one thread.
 */
final class SkipFlag implements AutoCloseable {
  private final Tensor flag;

  /**
   * @param vector on the device; nothing is skipped yet
   */
  SkipFlag(Tensor vector) {
    try (Scope scope = new Scope();
        Gradients off = Gradients.off()) {
      flag = scope.own(vector.sum().isnan().fill_(Tensors.scalar(0)));
    }
  }

  /**
   * Skips the step if the gradients are not finite, or so large that the second moment, to which
   * their squares are added, would not be.
   *
   * @param norm of the gradients, for which their squares are added up as well
   */
  void set(Tensor norm) {
    flag.copy_(norm.isfinite().logical_not());
  }

  /** Chooses one of two numbers, float32. */
  Tensor choose(double ifTaken, double ifSkipped) {
    return flag.to(ScalarType.Float)
        .fill_(Tensors.scalar(ifTaken))
        .masked_fill_(flag, Tensors.scalar(ifSkipped));
  }

  /** The numbers, or zeros if the step is skipped. */
  Tensor keepIfTaken(Tensor numbers) {
    return numbers.masked_fill(flag, Tensors.scalar(0));
  }

  /** One number: 1 if the step is skipped, else 0. */
  Tensor asNumber() {
    return choose(0, 1);
  }

  /** Reads the flag, which waits for the device. */
  boolean isSet() {
    return Tensors.toFloats(flag)[0] != 0;
  }

  @Override
  public void close() {
    flag.close();
  }
}
