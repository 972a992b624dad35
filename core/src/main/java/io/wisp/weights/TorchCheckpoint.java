package io.wisp.weights;

import io.wisp.UserError;
import java.nio.file.Path;

/**
 * Reads the {@code .pt} files that PyTorch writes with {@code torch.save(model.state_dict(), …)}.
 * Such a file is a zip archive with a pickle inside, and a pickle can name any function to be
 * called. Here it can name nothing but what weights are made of; all else is refused.
 */
public final class TorchCheckpoint {
  private TorchCheckpoint() {}

  /**
   * Reads the weights. If the file wraps them, as in {@code {'ema': …, 'model': …, 'step': …}}, the
   * averaged weights are preferred, then {@code state_dict} and {@code model}; the metadata entry
   * {@code wrapper} says which was taken. A prefix {@code module.} that all names have is taken
   * off.
   *
   * @throws UserError if the file is missing, damaged, in a format older than PyTorch 1.6, asks for
   *     code to be run, or leaves open which of its entries are the weights
   */
  public static TensorFile read(Path file) {
    throw new UserError(file + ": not read yet");
  }

  /**
   * Reads the weights that stand under a key of the file's outermost dictionary.
   *
   * @param wrapper such as {@code ema} or {@code state_dict}
   */
  public static TensorFile read(Path file, String wrapper) {
    throw new UserError(file + ": not read yet");
  }
}
