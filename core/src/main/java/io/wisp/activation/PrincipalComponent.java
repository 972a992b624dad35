package io.wisp.activation;

import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.StringViewOptional;
import org.bytedeco.pytorch.T_TensorTensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Eigen smoothing: the pixels' channels, centred, projected on their first principal component
 * (Muhammad and Yeasin 2020).
 *
 * <p>The sign of a principal component is arbitrary. Here it is chosen so that the map agrees with
 * the sum of the channels, which it replaces; the published code takes what LAPACK returns.
 */
final class PrincipalComponent {
  private PrincipalComponent() {}

  /** Channels to one map: [N, C, h, w] to [N, h, w]. */
  static Tensor of(Tensor channels) {
    try (Scope scope = new Scope()) {
      long n = channels.size(0);
      Tensor pixels = channels.flatten(2, 3).transpose(1, 2).to(ScalarType.Double);
      Tensor centred = pixels.sub(pixels.mean(new long[] {1}, true, new ScalarTypeOptional()));
      Tensor map = centred.matmul(firstAxis(centred)).squeeze(2);
      Tensor agreement = map.mul(centred.sum(2)).sum(1).ge(Tensors.scalar(0)).to(ScalarType.Double);
      Tensor sign = agreement.mul(Tensors.scalar(2)).sub(Tensors.scalar(1)).unsqueeze(1);
      return scope.escape(
          map.mul(sign).to(ScalarType.Float).view(n, channels.size(2), channels.size(3)));
    }
  }

  /** The first right singular vector of each matrix: [N, P, C] to [N, C, 1]. */
  private static Tensor firstAxis(Tensor matrices) {
    T_TensorTensorTensor_T decomposed = torch.linalg_svd(matrices, false, new StringViewOptional());
    return decomposed.get2().narrow(1, 0, 1).transpose(1, 2);
  }
}
