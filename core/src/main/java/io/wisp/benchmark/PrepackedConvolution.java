package io.wisp.benchmark;

import io.wisp.engine.Engine;
import io.wisp.engine.Scope;
import org.bytedeco.pytorch.Dispatcher;
import org.bytedeco.pytorch.GenericList;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.ListType;
import org.bytedeco.pytorch.OperatorHandle;
import org.bytedeco.pytorch.Tensor;

/**
 * oneDNN's convolution with weights in its own order, by way of two operators that the bindings do
 * not name.
 */
final class PrepackedConvolution implements ConvolutionKernel {
  private static final String PREPACK = "mkldnn_prepacked::conv2d_prepack";
  private static final String RUN = "mkldnn_prepacked::conv2d_run";
  private final OperatorHandle run;
  private final IValue packed;

  PrepackedConvolution(ConvolutionShape shape, TensorFormat format, Engine engine) {
    long kernel = shape.kernel();
    try (Scope scope = new Scope()) {
      IValueVector stack =
          new IValueVector(
              new IValue(format.random(engine, shape.outputs(), shape.inputs(), kernel, kernel)),
              new IValue(format.random(engine, shape.outputs())),
              integers(shape.stride(), shape.stride()),
              integers(kernel / 2, kernel / 2),
              integers(1, 1),
              new IValue(1L),
              integers(1, shape.inputs(), shape.side(), shape.side()),
              new IValue("none"));
      Dispatcher.singleton().findSchemaOrThrow(PREPACK, "").callBoxed(stack);
      packed = new IValue(stack.get(0)).retainReference();
      run = Dispatcher.singleton().findSchemaOrThrow(RUN, "").retainReference();
    }
  }

  /** Whether this build of LibTorch has oneDNN's operators. */
  static boolean isThere() {
    try {
      Dispatcher.singleton().findSchemaOrThrow(RUN, "");
      return true;
    } catch (RuntimeException missing) {
      return false;
    }
  }

  @Override
  public Tensor apply(Tensor images) {
    IValueVector stack = new IValueVector(new IValue(images), packed);
    run.callBoxed(stack);
    return stack.get(0).toTensor();
  }

  /** A list that LibTorch takes for integers, also where it is empty. */
  private static IValue integers(long... values) {
    GenericList list = new GenericList(ListType.ofInts().containedType(0));
    for (long value : values) {
      list.push_back(new IValue(value));
    }
    return new IValue(list);
  }

  @Override
  public void close() {
    packed.close();
    run.close();
  }
}
