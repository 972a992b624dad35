package io.wisp.engine;

import static org.bytedeco.pytorch.global.torch.aminmax;
import static org.bytedeco.pytorch.global.torch.from_blob;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Arrays in, arrays out. Tensors made here own their memory and belong to the open {@link Scope}.
 */
public final class Tensors {
  static {
    LibTorch.load();
  }

  private Tensors() {}

  /** A float32 tensor on the CPU with a copy of the values, row-major. */
  public static Tensor of(float[] values, long... shape) {
    checkCount(values.length, shape);
    try (FloatPointer source = new FloatPointer(values);
        TensorOptions options = new TensorOptions(ScalarType.Float)) {
      return copied(source, options, shape);
    }
  }

  /** An int64 tensor on the CPU with a copy of the values, row-major. */
  public static Tensor of(long[] values, long... shape) {
    checkCount(values.length, shape);
    try (LongPointer source = new LongPointer(values);
        TensorOptions options = new TensorOptions(ScalarType.Long)) {
      return copied(source, options, shape);
    }
  }

  /** An int64 vector on the engine's device, such as timesteps or labels. */
  public static Tensor longs(int[] values, Engine engine) {
    Tensor host = of(Arrays.stream(values).asLongStream().toArray(), values.length);
    return moved(host, engine, ScalarType.Long);
  }

  /** A float32 tensor on the engine's device with a copy of the values, row-major. */
  public static Tensor floats(float[] values, Engine engine, long... shape) {
    return moved(of(values, shape), engine, ScalarType.Float);
  }

  /**
   * Copies to a GPU through pinned memory, asynchronously; LibTorch keeps that memory until the
   * copy is done.
   */
  private static Tensor moved(Tensor host, Engine engine, ScalarType type) {
    if (!engine.onCuda()) {
      return host.to(engine.device(), type);
    }
    boolean nonBlocking = true;
    boolean copy = false;
    MemoryFormatOptional asItIs = new MemoryFormatOptional();
    return host.pin_memory().to(engine.device(), type, nonBlocking, copy, asItIs);
  }

  /** The values of a tensor of any real type and device as floats, row-major. */
  public static float[] toFloats(Tensor tensor) {
    try (Scope scope = new Scope()) {
      Tensor plain = tensor.detach().cpu().to(ScalarType.Float).contiguous();
      float[] values = new float[Math.toIntExact(plain.numel())];
      if (values.length > 0) {
        plain.data_ptr_float().get(values);
      }
      return values;
    }
  }

  /** Whether all elements are finite. */
  public static boolean isFinite(Tensor tensor) {
    try (Scope scope = new Scope()) {
      T_TensorTensor_T ends = aminmax(tensor.detach()); // both are NaN where an element is
      return Double.isFinite(ends.get0().item_double())
          && Double.isFinite(ends.get1().item_double());
    }
  }

  /** Shape as a Java array. */
  public static long[] shape(Tensor tensor) {
    long[] shape = new long[(int) tensor.dim()];
    for (int axis = 0; axis < shape.length; axis++) {
      shape[axis] = tensor.size(axis);
    }
    return shape;
  }

  public static Scalar scalar(double value) {
    return new Scalar(value);
  }

  public static TensorOptional optional(Tensor tensor) {
    return new TensorOptional(tensor);
  }

  private static Tensor copied(Pointer source, TensorOptions options, long... shape) {
    try (Tensor view = from_blob(source, shape, options)) {
      return view.clone();
    }
  }

  private static void checkCount(int count, long... shape) {
    long wanted = 1;
    for (long extent : shape) {
      wanted *= extent;
    }
    if (wanted != count) {
      throw new IllegalArgumentException(
          count + " values do not fill the shape " + Arrays.toString(shape));
    }
  }
}
