package io.wisp.weights;

import io.wisp.BadFile;
import io.wisp.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Recognises files that are no zip archives by their first bytes, and says what to do with them.
 */
final class LegacyCheckpoints {
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final int PICKLE = 0x80;
  private static final int TAR_MAGIC_AT = 257;
  private static final byte[] TAR = "ustar".getBytes(StandardCharsets.US_ASCII);

  private LegacyCheckpoints() {}

  /**
   * Accepts zip archives.
   *
   * @throws UserError for anything else
   */
  static void refuse(Path path, MappedFile file) throws IOException {
    int length = (int) Math.min(file.length(), TAR_MAGIC_AT + TAR.length);
    byte[] start = new byte[length];
    ByteBuffer view = file.part("its beginning", 0, length);
    view.get(start);
    if (has(start, 0, ZIP)) {
      return;
    }
    if (length > Long.BYTES && start[Long.BYTES] == '{') {
      throw new BadFile(
          path, path + " looks like a safetensors file: give it a name that ends in .safetensors");
    }
    boolean pickle = length > 0 && (start[0] & 0xff) == PICKLE;
    if (pickle || has(start, TAR_MAGIC_AT, TAR)) {
      throw new BadFile(
          path,
          ("%s is in the format of PyTorch before 1.6. Convert it in Python:"
                  + " import torch; torch.save(torch.load('%s', map_location='cpu',"
                  + " weights_only=True), 'converted.pt')")
              .formatted(path, path.getFileName()));
    }
    throw new BadFile(
        path,
        path + " is not a PyTorch checkpoint, or is damaged: it does not begin as a zip archive");
  }

  private static boolean has(byte[] start, int at, byte[] magic) {
    return start.length >= at + magic.length
        && Arrays.equals(start, at, at + magic.length, magic, 0, magic.length);
  }
}
