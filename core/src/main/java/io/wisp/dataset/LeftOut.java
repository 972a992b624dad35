package io.wisp.dataset;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A file or folder of a data set that is not used.
 *
 * @param path its path in the data set, with {@code /} between the parts
 * @param reason why, in words that fit other files as well
 */
public record LeftOut(String path, String reason) {

  /**
   * What is in a folder and not used, by the paths in it, sorted.
   *
   * @param used files, and folders as a whole
   */
  public static List<LeftOut> in(Path folder, Set<Path> used) {
    Set<Path> keys = new HashSet<>();
    used.forEach(path -> keys.add(FolderContents.key(path)));
    return FolderContents.unused(folder, keys, file -> Optional.empty());
  }
}
