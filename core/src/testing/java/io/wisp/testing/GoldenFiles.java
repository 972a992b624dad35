package io.wisp.testing;

import io.wisp.weights.Safetensors;
import io.wisp.weights.TensorFile;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The golden files: those that ship with Wisp, and all of them where they are at hand. */
public final class GoldenFiles {
  /** What a test says that skips for want of the whole set. */
  public static final String NOT_FOUND = "golden values not found: set WISP_GOLDEN to their folder";

  private GoldenFiles() {}

  /**
   * Reads one that ships with Wisp.
   *
   * @param name such as {@code otsu.safetensors}
   */
  public static TensorFile read(String name) {
    return Safetensors.read(shipped().resolve(name));
  }

  /** The folder of those that ship with Wisp. */
  public static Path shipped() {
    try {
      return Path.of(GoldenFiles.class.getResource("/io/wisp/golden/otsu.safetensors").toURI())
          .getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The whole set, by the variable WISP_GOLDEN or in a folder beside the project. */
  public static Optional<Path> all() {
    String told = System.getenv("WISP_GOLDEN");
    Stream<Path> candidates =
        told != null
            ? Stream.of(Path.of(told))
            : Stream.iterate(Path.of("").toAbsolutePath(), at -> at != null, Path::getParent)
                .map(at -> at.resolve("shared").resolve("golden"));
    return candidates.filter(Files::isDirectory).findFirst();
  }
}
