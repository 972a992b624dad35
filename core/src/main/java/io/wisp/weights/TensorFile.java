package io.wisp.weights;

import io.wisp.BadFile;
import io.wisp.UserError;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was read from a file of tensors.
 *
 * @param source the file, named in errors
 * @param tensors by name, in the order of the file
 * @param metadata what the file says about itself; empty if nothing
 */
public record TensorFile(
    Path source, Map<String, NamedArray> tensors, Map<String, String> metadata) {

  public TensorFile {
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  public boolean contains(String name) {
    return tensors.containsKey(name);
  }

  /**
   * The tensor of that name.
   *
   * @throws UserError if the file has none
   */
  public NamedArray get(String name) {
    NamedArray tensor = tensors.get(name);
    if (tensor == null) {
      throw new BadFile(
          source,
          "%s holds no tensor '%s'; it holds %s".formatted(source, name, Names.list(tensors)));
    }
    return tensor;
  }
}
