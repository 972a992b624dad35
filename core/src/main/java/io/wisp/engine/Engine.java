package io.wisp.engine;

import static org.bytedeco.pytorch.global.torch.cuda_device_count;
import static org.bytedeco.pytorch.global.torch.cuda_is_available;
import static org.bytedeco.pytorch.global.torch.get_cpu_capability;
import static org.bytedeco.pytorch.global.torch.globalContext;

import io.wisp.BadSetting;
import io.wisp.Remedy;
import io.wisp.UserError;
import java.util.Optional;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where and in which number format the networks compute, and why.
 *
 * @param deviceType CPU or CUDA
 * @param precision format of activations and of large weights
 * @param ifWrong what happens to a network whose layers are wrong in that format
 * @param threads threads that one operator may use on the CPU
 * @param deviceReason why this device
 * @param precisionReason why this format
 */
public record Engine(
    DeviceType deviceType,
    Precision precision,
    IfWrong ifWrong,
    Threads threads,
    String deviceReason,
    String precisionReason) {
  /** What happens to a network whose layers are wrong in the engine's number format. */
  public enum IfWrong {
    /** It computes in float32. */
    FALL_BACK,
    /** It is rejected. */
    REFUSE,
    /** It is not checked. */
    TRUST
  }

  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

  static {
    LibTorch.load();
  }

  /** Device and number format, as requested; see {@link #choose(EngineChoice)}. */
  public static Engine choose(DeviceChoice device, PrecisionChoice precision) {
    return choose(EngineChoice.of(device, precision));
  }

  /**
   * Chooses device, number format and threads; never falls back silently. The threads apply to the
   * whole process.
   *
   * @throws UserError if the device is missing
   */
  public static Engine choose(EngineChoice choice) {
    DeviceChoice device = choice.device();
    boolean cuda = cuda_is_available();
    if (device == DeviceChoice.CUDA && !cuda) {
      throw new BadSetting(
          "device",
          "cuda",
          "A CUDA device was asked for, but this LibTorch sees none: on a machine with an NVIDIA"
              + " driver, CUDA and cuDNN build Wisp with the Maven profile cuda, or compute on the"
              + " processor.",
          Remedy.DEVICE);
    }
    boolean useCuda = cuda && device != DeviceChoice.CPU;
    if (useCuda) {
      keepFloat32Exact();
    }
    String why =
        device != DeviceChoice.AUTO
            ? "asked for"
            : useCuda ? "a CUDA device is present" : "LibTorch sees no CUDA device";
    Engine engine =
        new Engine(
            useCuda ? DeviceType.CUDA : DeviceType.CPU,
            Precision.FLOAT32,
            IfWrong.TRUST,
            Threads.use(choice.threads()),
            why,
            "asked for");
    return switch (choice.precision()) {
      case AUTO -> engine.fastest();
      case FLOAT32 -> engine;
      case BFLOAT16 -> engine.asked(choice.trust() ? IfWrong.TRUST : IfWrong.REFUSE);
    };
  }

  private Engine fastest() {
    return lackOfBfloat16()
        .map(this::because)
        .orElseGet(
            () ->
                with(Precision.BFLOAT16, IfWrong.FALL_BACK)
                    .because("it computes bfloat16 natively"));
  }

  private Engine asked(IfWrong doubt) {
    lackOfBfloat16()
        .ifPresent(
            why ->
                LOG.warn(
                    "bfloat16 is computed in software, many times slower than float32: {}.", why));
    return with(Precision.BFLOAT16, doubt);
  }

  /** Why the device computes no bfloat16 in hardware, if so. */
  private Optional<String> lackOfBfloat16() {
    CpuFeatures cpu = CpuFeatures.detect();
    if (onCuda() || cpu.computesBfloat16()) {
      return Optional.empty();
    }
    return Optional.of(
        cpu.limit()
            .filter(limit -> cpu.bfloat16())
            .map(limit -> limit + " keeps LibTorch from bfloat16")
            .orElse("the processor has no native bfloat16"));
  }

  /** Otherwise cuDNN's float32 convolutions round to the 11 bits of TF32. */
  private static void keepFloat32Exact() {
    globalContext().setAllowTF32CuDNN(false);
    globalContext().setAllowTF32CuBLAS(false);
  }

  /** Number of CUDA devices that LibTorch sees; 0 in its CPU build. */
  public static int cudaDevices() {
    return cuda_is_available() ? cuda_device_count() : 0;
  }

  /** The reference: float32 on the CPU. */
  public static Engine reference() {
    return choose(DeviceChoice.CPU, PrecisionChoice.FLOAT32);
  }

  /** Whether LibTorch multiplies bfloat16 in the processor's hardware (AVX512-BF16 or AMX). */
  public static boolean cpuHasBfloat16() {
    return CpuFeatures.detect().computesBfloat16();
  }

  /** LibTorch's own name for the vector instructions that it uses, such as {@code AVX512}. */
  public static String cpuCapability() {
    return get_cpu_capability().getString();
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
   * Images in the networks' number format and its best memory layout: channels-last where {@link
   * OneDnn} convolves, since that doubles its rate; else NCHW, since the backward pass of
   * LibTorch's group norm takes longer channels-last, in bfloat16 longer than all convolutions, and
   * loses digits there if the mean is large.
   */
  public Tensor activations(Tensor images) {
    Tensor cast = images.to(precision.scalarType());
    return OneDnn.serves(cast) ? OneDnn.channelsLast(cast) : cast.contiguous();
  }

  /** The same device with another number format, which is trusted. */
  public Engine with(Precision other) {
    return with(other, IfWrong.TRUST).because("asked for");
  }

  private Engine with(Precision other, IfWrong doubt) {
    return new Engine(deviceType, other, doubt, threads, deviceReason, precisionReason);
  }

  /** The same engine with another reason for its number format. */
  public Engine because(String why) {
    return new Engine(deviceType, precision, ifWrong, threads, deviceReason, why);
  }

  /**
   * Why this device and number format were chosen, such as {@code cpu (asked for), float32 (…)}.
   */
  public String reason() {
    return "%s (%s), %s (%s)"
        .formatted(onCuda() ? "cuda" : "cpu", deviceReason, precision.text(), precisionReason);
  }
}
