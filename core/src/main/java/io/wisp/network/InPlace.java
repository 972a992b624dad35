package io.wisp.network;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Steps that overwrite a tensor not shared yet, unless a gradient needs it. */
final class InPlace {
  private InPlace() {}

  static Tensor silu(Tensor fresh) {
    return fresh.requires_grad() ? torch.silu(fresh) : torch.silu_(fresh);
  }

  static Tensor add(Tensor fresh, Tensor addend) {
    return fresh.requires_grad() || addend.requires_grad() ? fresh.add(addend) : fresh.add_(addend);
  }

  static Tensor multiply(Tensor fresh, Tensor factor) {
    return fresh.requires_grad() || factor.requires_grad() ? fresh.mul(factor) : fresh.mul_(factor);
  }
}
