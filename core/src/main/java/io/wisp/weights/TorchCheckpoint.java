package io.wisp.weights;

import io.wisp.BadFile;
import io.wisp.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads the {@code .pt} files that PyTorch writes with {@code torch.save(model.state_dict(), …)}.
 * Such a file is a zip archive with a pickle inside, and a pickle can name any function to be
 * called. Here it can name nothing but what weights are made of; anything else is rejected.
 */
public final class TorchCheckpoint {
  private TorchCheckpoint() {}

  /**
   * Reads the weights. If the file wraps them, as in {@code {'ema': …, 'model': …, 'step': …}}, the
   * averaged weights are preferred, then {@code state_dict} and {@code model}; the metadata entry
   * {@code wrapper} says which was used. A prefix {@code module.} that all names have is removed.
   *
   * @throws UserError if the file is missing, damaged, in a format older than PyTorch 1.6, asks for
   *     code to be run, or does not make clear which of its entries are the weights
   */
  public static TensorFile read(Path file) {
    return read(file, root -> StateDict.choose(file, root));
  }

  /**
   * Reads the weights under a key of the file's outermost dictionary.
   *
   * @param wrapper such as {@code ema} or {@code state_dict}
   * @throws UserError as {@link #read(Path)}, and if there are no weights under that key
   */
  public static TensorFile read(Path file, String wrapper) {
    return read(file, root -> StateDict.under(file, root, wrapper));
  }

  private static TensorFile read(Path path, Function<Object, StateDict> choice) {
    try (MappedFile file = MappedFile.open(path)) {
      TorchArchive archive = new TorchArchive(path, file);
      StateDict weights = choice.apply(WeightsUnpickler.unpickle(path, archive.table()));
      Map<String, String> metadata = new LinkedHashMap<>();
      weights.wrapper().ifPresent(wrapper -> metadata.put("wrapper", wrapper));
      return new TensorFile(path, arrays(path, archive, weights, file.length()), metadata);
    } catch (IOException e) {
      throw new BadFile(path, "cannot read %s: %s".formatted(path, e.getMessage()), e);
    }
  }

  /**
   * Tensors that share a storage could multiply it when copied: an honest file needs no more memory
   * for copies than it has bytes.
   */
  private static Map<String, NamedArray> arrays(
      Path path, TorchArchive archive, StateDict weights, long mostCopied) throws IOException {
    Map<String, NamedArray> arrays = new LinkedHashMap<>();
    long copied = 0;
    for (Map.Entry<String, TensorView> entry : weights.tensors().entrySet()) {
      TensorView tensor = entry.getValue();
      copied += tensor.isContiguous() ? 0 : tensor.bytes();
      if (copied > mostCopied) {
        throw new BadFile(
            path,
            path
                + " is refused: its tensors unfold to more than the file holds. Call .contiguous()"
                + " on them before they are saved.");
      }
      ByteBuffer data = tensor.rowMajor(archive.data(tensor.storage()));
      arrays.put(
          entry.getKey(),
          new NamedArray(entry.getKey(), tensor.storage().type(), tensor.shape(), data));
    }
    return arrays;
  }
}
