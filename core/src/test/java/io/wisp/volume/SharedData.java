package io.wisp.volume;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the shared data lie, which are not part of the project: a test skips without them. */
public final class SharedData {
  private SharedData() {}

  /** A folder of the shared data, by the property or variable WISP_DATA, or beside the project. */
  public static Optional<Path> folder(String name) {
    String named = System.getProperty("WISP_DATA", System.getenv("WISP_DATA"));
    Stream<Path> candidates =
        named != null
            ? Stream.of(Path.of(named))
            : Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
                .map(parent -> parent.resolve("shared").resolve("data"));
    return candidates.map(data -> data.resolve(name)).filter(Files::isDirectory).findFirst();
  }
}
