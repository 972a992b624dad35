package io.wisp;

import io.wisp.weights.Safetensors;
import io.wisp.weights.TensorFile;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** The golden files among the test resources. */
public final class GoldenFiles {
  private GoldenFiles() {}

  /**
   * Reads one.
   *
   * @param name such as {@code otsu.safetensors}
   */
  public static TensorFile read(String name) {
    try {
      return Safetensors.read(Path.of(GoldenFiles.class.getResource("/golden/" + name).toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
