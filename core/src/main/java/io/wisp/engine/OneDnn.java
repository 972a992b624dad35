package io.wisp.engine;

import static org.bytedeco.pytorch.global.torch.mkldnn_reorder_conv2d_weight;

import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Dispatcher;
import org.bytedeco.pytorch.GenericList;
import org.bytedeco.pytorch.GradMode;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.LongArrayRef;
import org.bytedeco.pytorch.LongArrayRefOptional;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.OperatorHandle;
import org.bytedeco.pytorch.OperatorName;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Convolutions for inference by oneDNN's own operators, which LibTorch keeps for its compiler: the
 * kernel is packed once, not at every call: at 7 × 7 pixels that is up to ten times as fast.
 *
 * <p>In bfloat16 on the CPU only; images lie channels-last.
 */
public final class OneDnn {
  static {
    LibTorch.load();
  }

  private static final String CONVOLUTION = "mkldnn::_convolution_pointwise";
  private static final boolean AVAILABLE = Engine.cpuHasBfloat16() && isBuiltIn();

  private OneDnn() {}

  /** LibTorch's builds for Apple's processors lack oneDNN. */
  private static boolean isBuiltIn() {
    try (Scope scope = new Scope()) {
      return Dispatcher.singleton().findSchema(new OperatorName(CONVOLUTION, "")).has_value();
    }
  }

  /** Whether such images can go through {@link #convolve} now: no gradient may be recorded. */
  public static boolean serves(Tensor images) {
    return AVAILABLE
        && !GradMode.is_enabled()
        && images.scalar_type().intern() == ScalarType.BFloat16
        && images.is_cpu();
  }

  /** A copy with channels last; also of one channel, where {@code contiguous} would do nothing. */
  public static Tensor channelsLast(Tensor images) {
    return images.clone(new MemoryFormatOptional(MemoryFormat.ChannelsLast));
  }

  /**
   * A kernel packed for images like x; for others it still works, but slower.
   *
   * @param weight [outputs, inputs, rows, columns], bfloat16
   */
  public static Tensor pack(Tensor weight, Tensor x, int stride, int padding) {
    long[] strides = {stride, stride};
    long[] paddings = {padding, padding};
    try (LongPointer extents = new LongPointer(Tensors.shape(x));
        LongArrayRef shape = new LongArrayRef(extents, x.dim());
        LongArrayRefOptional size = new LongArrayRefOptional(shape)) {
      return mkldnn_reorder_conv2d_weight(
          weight.to_mkldnn(), paddings, strides, new long[] {1, 1}, 1, size);
    }
  }

  /** The convolution of x with a packed kernel; a new tensor, channels-last. */
  public static Tensor convolve(Tensor x, Tensor packed, Tensor bias, int stride, int padding) {
    Constants with = Constants.ALL;
    return with.call(
        with.plain,
        new IValue(x),
        new IValue(packed),
        new IValue(bias),
        with.pairs[padding],
        with.pairs[stride],
        with.pairs[1],
        with.one,
        with.noActivation,
        with.noScalars,
        with.noAlgorithm);
  }

  /**
   * Adds a convolution to a tensor in the same pass.
   *
   * @param sum of the result's shape, channels-last; it is overwritten
   * @param bias or null
   */
  public static Tensor convolveOnto(
      Tensor sum, Tensor x, Tensor packed, Tensor bias, int stride, int padding) {
    Constants with = Constants.ALL;
    return with.call(
        with.onto,
        new IValue(sum),
        new IValue(x),
        new IValue(packed),
        bias == null ? with.nothing : new IValue(bias),
        with.pairs[padding],
        with.pairs[stride],
        with.pairs[1],
        with.one,
        with.add,
        with.unit,
        with.nothing,
        with.noScalars,
        with.nothing);
  }

  /**
   * silu(factor · x + shift), channel by channel, in one pass.
   *
   * @param factor one per channel, exact in bfloat16
   * @param shift one per channel
   */
  public static Tensor scaleShiftSilu(Tensor x, float[] factor, float[] shift) {
    Constants with = Constants.ALL;
    Tensor kernel = Tensors.of(factor, factor.length, 1, 1, 1).to(ScalarType.BFloat16);
    return with.call(
        with.plain,
        new IValue(x),
        new IValue(kernel),
        new IValue(Tensors.of(shift, shift.length)),
        with.pairs[0],
        with.pairs[1],
        with.pairs[1],
        new IValue((long) factor.length),
        with.silu,
        with.noScalars,
        with.noAlgorithm);
  }

  /**
   * Of each channel, over images and pixels.
   *
   * @param mean the mean
   * @param variance the mean square distance from it
   */
  public record Moments(float[] mean, float[] variance) {}

  /** The moments of each channel, by the statistics of batch normalisation. */
  public static Moments channelMoments(Tensor x) {
    // Running statistics in float32 make LibTorch give float32; they are not used themselves.
    try (Scope scope = new Scope()) {
      TensorOptional running = new TensorOptional(torch.zeros(x.size(1)));
      T_TensorTensor_T moments = torch.batch_norm_update_stats(x, running, running, 0);
      return new Moments(Tensors.toFloats(moments.get0()), Tensors.toFloats(moments.get1()));
    }
  }

  /** The operators and the arguments that never change, made once. */
  private static final class Constants {
    static final Constants ALL = new Constants();
    private static final int PADDING = 3;
    private static final int SCALARS = 8;

    final OperatorHandle plain = operator(CONVOLUTION, "");
    final OperatorHandle onto = operator(CONVOLUTION + "_", "binary");
    final IValue[] pairs = {pair(0), pair(1), pair(2)};
    final IValue one = kept(new IValue(1L));
    final IValue unit = kept(new IValue(1.0));
    final IValue nothing = kept(new IValue());
    final IValue add = kept(new IValue("add"));
    final IValue noActivation = kept(new IValue("none"));
    final IValue silu = kept(new IValue("swish"));
    final IValue noAlgorithm = kept(new IValue(""));
    final IValue noScalars = kept(new IValue(emptyList(SCALARS)));

    Tensor call(OperatorHandle operator, IValue... arguments) {
      IValueVector stack = new IValueVector(arguments);
      operator.callBoxed(stack);
      return new Tensor(stack.get(0).toTensor()); // a reference into the stack would die with it
    }

    private static OperatorHandle operator(String name, String overload) {
      return kept(Dispatcher.singleton().findSchemaOrThrow(name, overload));
    }

    private IValue pair(long value) {
      GenericList list = emptyList(PADDING);
      list.push_back(new IValue(value));
      list.push_back(new IValue(value));
      return kept(new IValue(list));
    }

    /** A list of the type that this argument of the operator has. */
    private GenericList emptyList(int argument) {
      return new GenericList(
          plain.schema().arguments().getPointer(argument).type().get().containedType(0));
    }

    private static <P extends Pointer> P kept(P pointer) {
      return pointer.<P>retainReference();
    }
  }
}
