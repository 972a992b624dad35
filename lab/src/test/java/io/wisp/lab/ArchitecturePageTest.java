package io.wisp.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on the architecture has the packages that there are, in their order. */
class ArchitecturePageTest {
  private static final Pattern ROW = Pattern.compile("\\| `([a-z]+)` \\|.*");

  @Test
  void theTablesHaveEveryPackageInItsOrder() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("../docs/architecture.md")).stream()
            .map(ROW::matcher)
            .filter(row -> row.matches())
            .map(row -> row.group(1))
            .toList();
    assertThat(rows).isEqualTo(Stream.of(Room.values()).map(Room::title).toList());
  }
}
