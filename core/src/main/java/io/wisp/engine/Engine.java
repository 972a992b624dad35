package io.wisp.engine;

import static org.bytedeco.pytorch.global.torch.cuda_device_count;
import static org.bytedeco.pytorch.global.torch.cuda_is_available;
import static org.bytedeco.pytorch.global.torch.get_cpu_capability;
import static org.bytedeco.pytorch.global.torch.get_num_threads;
import static org.bytedeco.pytorch.global.torch.globalContext;
import static org.bytedeco.pytorch.global.torch.set_num_threads;

import io.wisp.UserError;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.DeviceType;

/**
 * Where and in which number format the networks compute, and why so.
 *
 * @param deviceType CPU or CUDA
 * @param precision format of activations and of large weights
 * @param threads threads that one operator may use on the CPU
 * @param reason a sentence that says why this device and format were chosen
 */
public record Engine(DeviceType deviceType, Precision precision, int threads, String reason) {
  static {
    // OpenBLAS has threads of its own, which wait by spinning: beside LibTorch's they only get in
    // the way. Its products are small here; convolutions are oneDNN's.
    openblas_nolapack.blas_set_num_threads(1);
  }

  /** Chooses the device and the number format; never falls back silently. */
  public static Engine choose(DeviceChoice device, PrecisionChoice precision) {
    boolean cuda = cuda_is_available();
    if (device == DeviceChoice.CUDA && !cuda) {
      throw new UserError(
          "A CUDA device was asked for, but this LibTorch sees none: on a machine with an NVIDIA"
              + " driver, CUDA and cuDNN start it once as WISP_BUILD_OPTS=-Pcuda ./wisp, or use --device"
              + " cpu.");
    }
    boolean useCuda = cuda && device != DeviceChoice.CPU;
    String why =
        switch (device) {
          case AUTO -> useCuda ? "a CUDA device is there" : "LibTorch sees no CUDA device";
          case CPU -> "asked for";
          case CUDA -> "asked for";
        };
    if (useCuda) {
      keepFloat32Exact();
    }
    boolean bfloat16 = useCuda || cpuHasBfloat16();
    Precision chosen =
        switch (precision) {
          case AUTO -> bfloat16 ? Precision.BFLOAT16 : Precision.FLOAT32;
          case FLOAT32 -> Precision.FLOAT32;
          case BFLOAT16 -> Precision.BFLOAT16;
        };
    String format =
        precision == PrecisionChoice.AUTO
            ? (bfloat16 ? "it computes bfloat16 natively" : "it has no native bfloat16")
            : "asked for";
    String reason =
        "%s (%s), %s (%s)".formatted(useCuda ? "cuda" : "cpu", why, lower(chosen), format);
    return new Engine(
        useCuda ? DeviceType.CUDA : DeviceType.CPU, chosen, get_num_threads(), reason);
  }

  /** Else cuDNN's convolutions of float32 round to the 11 bits of TF32. */
  private static void keepFloat32Exact() {
    globalContext().setAllowTF32CuDNN(false);
    globalContext().setAllowTF32CuBLAS(false);
  }

  /** How many CUDA devices LibTorch sees; 0 in its CPU build. */
  public static int cudaDevices() {
    return cuda_is_available() ? cuda_device_count() : 0;
  }

  /** The reference: float32 on the CPU. */
  public static Engine reference() {
    return choose(DeviceChoice.CPU, PrecisionChoice.FLOAT32);
  }

  /** Whether the processor multiplies bfloat16 in hardware (AVX512-BF16 or AMX). */
  public static boolean cpuHasBfloat16() {
    return CpuFeatures.detect().bfloat16();
  }

  /** LibTorch's own word for the vector instructions that it uses, such as {@code AVX512}. */
  public static String cpuCapability() {
    return get_cpu_capability().getString();
  }

  /** Lets one operator use this many threads, in this whole process. */
  public static void useThreads(int threads) {
    if (threads < 1) {
      throw new UserError("--threads must be at least 1, but is " + threads + ".");
    }
    set_num_threads(threads);
  }

  /** Whether the networks compute on a CUDA device, rather than on the processor. */
  public boolean onCuda() {
    return deviceType == DeviceType.CUDA;
  }

  /** A new handle of the device. */
  public Device device() {
    return new Device(deviceType);
  }

  /**
   * Images in the number format in which the networks compute, and as they then lie best in memory:
   * channels-last where {@link OneDnn} convolves, since that doubles its rate; else channels apart,
   * since LibTorch's group norm takes twenty times as long backwards in the other layout, and loses
   * digits there where the mean is large.
   */
  public Tensor activations(Tensor images) {
    Tensor cast = images.to(precision.scalarType());
    return OneDnn.serves(cast) ? OneDnn.channelsLast(cast) : cast.contiguous();
  }

  /** The same device with another number format. */
  public Engine with(Precision other) {
    return new Engine(deviceType, other, threads, reason);
  }

  private static String lower(Precision precision) {
    return precision.name().toLowerCase(java.util.Locale.ROOT);
  }
}
