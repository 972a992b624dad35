package io.wisp.engine;

import static org.bytedeco.pytorch.global.torch.globalContext;

import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.global.torch;

/** LibTorch's global settings, made before anything is computed. */
final class LibTorch {
  static {
    torch.initLogging(); // reads TORCH_CPP_LOG_LEVEL
    // It warns at each convolution on processors it does not know; oneDNN is faster anyway.
    globalContext().setUserEnabledNNPACK(false);
    // OpenBLAS has threads of its own, which wait by spinning: beside LibTorch's they only get in
    // the way. Its products are small here; convolutions are oneDNN's.
    openblas_nolapack.blas_set_num_threads(1);
  }

  private LibTorch() {}

  /** Makes them, the first time; whatever uses LibTorch calls this first. */
  static void load() {}
}
