package io.wisp.weights;

import io.wisp.UserError;
import io.wisp.base.AtomicFile;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;

/**
 * The safetensors format, Wisp's own format for weights: the length of the header (8 bytes,
 * little-endian), a header in JSON, the data of the tensors.
 *
 * @see <a href="https://huggingface.co/docs/safetensors">the format</a>
 */
public final class Safetensors {
  private Safetensors() {}

  /**
   * Reads a file. The data is mapped, not copied: files of many gigabytes are fine, and the file
   * must not be changed in place while its tensors are in use (moving another file over it is
   * fine).
   *
   * @throws UserError if the file is missing, damaged, or holds a tensor of 2 GB or more
   */
  public static TensorFile read(Path file) {
    return SafetensorsReader.read(file);
  }

  /**
   * Writes a new file. The file appears whole or not at all, and the same tensors and metadata give
   * the same bytes: tensors are sorted by decreasing element size, then by name.
   *
   * @throws UserError if the file exists or cannot be written
   * @throws IllegalArgumentException if two tensors have the same name
   */
  public static void write(
      Path file, Map<String, String> metadata, Collection<NamedArray> tensors) {
    AtomicFile.create(file, channel -> SafetensorsWriter.write(channel, metadata, tensors));
  }

  /** As {@link #write}, but replaces a file that exists. */
  public static void replace(
      Path file, Map<String, String> metadata, Collection<NamedArray> tensors) {
    AtomicFile.replace(file, channel -> SafetensorsWriter.write(channel, metadata, tensors));
  }
}
