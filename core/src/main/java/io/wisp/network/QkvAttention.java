package io.wisp.network;

import io.wisp.engine.Tensors;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Softmax attention on a joint projection.
 *
 * <p>The two orders differ in how the projection's channels are read: the legacy order has q, k, v
 * of the first head, then of the second; the new order has all q, all k, all v.
 */
enum QkvAttention {
  HEADS_FIRST,
  QKV_FIRST;

  /**
   * Attends.
   *
   * @param qkv [N, T, 3C]
   * @param heads a divisor of C
   * @return [N, T, C]
   */
  Tensor apply(Tensor qkv, int heads) {
    long n = qkv.size(0);
    long t = qkv.size(1);
    long width = qkv.size(2) / (3L * heads);
    Tensor split =
        this == HEADS_FIRST
            ? qkv.view(n, t, heads, 3, width).permute(3, 0, 2, 1, 4)
            : qkv.view(n, t, 3, heads, width).permute(2, 0, 3, 1, 4);
    Tensor attended = attend(split.select(0, 0), split.select(0, 1), split.select(0, 2), width);
    return attended.permute(0, 2, 1, 3).reshape(n, t, heads * width);
  }

  /**
   * In the published order of operations. Float32 training on the CPU uses LibTorch's fused kernel,
   * whose exponential is coarser and which uses one thread per head; in bfloat16 its products,
   * without MKL, are plain loops.
   */
  private static Tensor attend(Tensor q, Tensor k, Tensor v, long width) {
    if (q.requires_grad() && q.is_cpu() && q.scalar_type().intern() == ScalarType.Float) {
      return torch.scaled_dot_product_attention(q, k, v);
    }
    Scalar scale = Tensors.scalar(1 / Math.sqrt(Math.sqrt((double) width)));
    return q.mul(scale).matmul(k.mul(scale).transpose(-2, -1)).softmax(-1).matmul(v);
  }
}
