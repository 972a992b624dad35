package io.wisp.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Machines that lack what Java's graphics may want. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class BareMachineTest {
  @TempDir private Path folder;
  private Path store;
  private Path sheet;

  @BeforeEach
  void makeScans() throws IOException {
    TinyScans.brats(folder.resolve("source"), "a", "b");
    store = folder.resolve("store");
    sheet = store.resolve("contact-sheet.png");
  }

  /** Java remembers in the home folder where fonts are; here it is empty. */
  @Test
  void withoutFontsAStoreIsPreparedWithItsContactSheet() throws Exception {
    Path home = Files.createDirectory(folder.resolve("home"));
    Path fonts = Files.writeString(folder.resolve("fonts.conf"), "<fontconfig/>");
    String said =
        prepare(
            List.of("-Djava.awt.headless=true", "-Duser.home=" + home),
            Map.of("FONTCONFIG_FILE", fonts.toString(), "HOME", home.toString()));
    assertThat(said).doesNotContain("WARN").contains("Look at " + sheet);
    assertThat(sheet).isNotEmptyFile();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whereJavaCannotDrawAStoreIsPreparedAllTheSame() throws Exception {
    String said = prepare(List.of("-Djava.awt.headless=false"), Map.of("DISPLAY", ":7777"));
    assertThat(said).contains("only contact-sheet.png is missing").doesNotContain("Look at");
    assertThat(store.resolve("slices.csv")).isNotEmptyFile();
    assertThat(sheet).doesNotExist();
  }

  private String prepare(List<String> options, Map<String, String> environment) throws Exception {
    List<String> arguments =
        List.of("prepare", folder.resolve("source").toString(), store.toString(), "--size=16");
    ProcessBuilder builder = WispProcess.of(options, arguments);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
