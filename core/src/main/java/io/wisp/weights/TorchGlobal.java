package io.wisp.weights;

import io.wisp.weights.TensorView.Storage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a checkpoint may name: the few Python functions that weights are made with, reimplemented
 * here. Element types represent the storage classes and cannot be called.
 */
enum TorchGlobal {
  ORDERED_DICT {
    @Override
    Object call(Object[] arguments) {
      PythonDict dict = new PythonDict();
      if (arguments.length > 0) {
        for (Object pair : (List<?>) only(arguments)) {
          Object[] keyAndValue = pair instanceof List<?> list ? list.toArray() : (Object[]) pair;
          require(keyAndValue.length == 2);
          dict.put(keyAndValue[0], keyAndValue[1]);
        }
      }
      return dict;
    }
  },
  SIZE {
    @Override
    Object call(Object[] arguments) {
      Object numbers = only(arguments);
      return numbers instanceof List<?> list ? list.toArray() : (Object[]) numbers;
    }
  },
  /** (storage, offset, shape, strides, requires_grad, hooks[, metadata]). */
  TENSOR {
    @Override
    Object call(Object[] arguments) {
      require(arguments.length == 6 || arguments.length == 7);
      return new TensorView(
          (Storage) arguments[0],
          wholeNumber(arguments[1]),
          wholeNumbers(arguments[2]),
          wholeNumbers(arguments[3]));
    }
  },
  /** (tensor, requires_grad, hooks). */
  PARAMETER {
    @Override
    Object call(Object[] arguments) {
      require(arguments.length == 3);
      return (TensorView) arguments[0];
    }
  };

  private static final Map<String, Object> ALLOWED =
      Map.ofEntries(
          Map.entry("collections.OrderedDict", ORDERED_DICT),
          Map.entry("torch.Size", SIZE),
          Map.entry("torch._utils._rebuild_tensor_v2", TENSOR),
          Map.entry("torch._utils._rebuild_parameter", PARAMETER),
          Map.entry("torch.DoubleStorage", ElementType.F64),
          Map.entry("torch.FloatStorage", ElementType.F32),
          Map.entry("torch.HalfStorage", ElementType.F16),
          Map.entry("torch.BFloat16Storage", ElementType.BF16),
          Map.entry("torch.LongStorage", ElementType.I64),
          Map.entry("torch.IntStorage", ElementType.I32),
          Map.entry("torch.ShortStorage", ElementType.I16),
          Map.entry("torch.CharStorage", ElementType.I8),
          Map.entry("torch.ByteStorage", ElementType.U8),
          Map.entry("torch.BoolStorage", ElementType.BOOL));

  /** The function or element type of that name; empty if a checkpoint may not name it. */
  static Optional<Object> find(String module, String name) {
    return Optional.ofNullable(ALLOWED.get(module + "." + name));
  }

  /**
   * Calls the function. Invalid arguments cause a {@link RuntimeException}, which the unpickler
   * reports as a damaged file.
   */
  abstract Object call(Object[] arguments);

  static long wholeNumber(Object value) {
    require(value instanceof Integer || value instanceof Long);
    return ((Number) value).longValue();
  }

  private static long[] wholeNumbers(Object value) {
    Object[] items = (Object[]) value;
    long[] numbers = new long[items.length];
    for (int i = 0; i < items.length; i++) {
      numbers[i] = wholeNumber(items[i]);
    }
    return numbers;
  }

  private static Object only(Object[] arguments) {
    require(arguments.length == 1);
    return arguments[0];
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new IllegalArgumentException("a function is called with invalid arguments");
    }
  }
}
