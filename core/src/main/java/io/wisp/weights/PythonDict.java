package io.wisp.weights;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A dictionary in a pickle, in its order. Keeps track of whether it holds tensors, since a hostile
 * file can nest the same dictionary many times over.
 */
final class PythonDict {
  private final Map<Object, Object> entries = new LinkedHashMap<>();
  private boolean holdsTensors;

  /** Keys with a content-based hash, such as lists, could be made to take forever. */
  void put(Object key, Object value) {
    if (key instanceof List || key instanceof PythonDict) {
      throw new IllegalArgumentException("a dictionary key is a container");
    }
    holdsTensors |= value instanceof TensorView;
    entries.put(key, value);
  }

  /** Adds keys and values that follow one another. */
  void putAll(List<Object> keysAndValues) {
    if (keysAndValues.size() % 2 != 0) {
      throw new IllegalArgumentException("a dictionary key has no value");
    }
    for (int i = 0; i < keysAndValues.size(); i += 2) {
      put(keysAndValues.get(i), keysAndValues.get(i + 1));
    }
  }

  Object get(Object key) {
    return entries.get(key);
  }

  Map<Object, Object> entries() {
    return Collections.unmodifiableMap(entries);
  }

  boolean holdsTensors() {
    return holdsTensors;
  }
}
