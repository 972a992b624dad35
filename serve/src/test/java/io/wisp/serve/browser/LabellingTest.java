package io.wisp.serve.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Labels slices by keys. */
@DisabledOnOs(OS.WINDOWS)
class LabellingTest {
  private static final String SAVED = ".corner.bottom.right";
  private static final String PLACE = ".corner.top.left";

  @TempDir Path folder;
  private Bench bench;
  private Chromium browser;

  @BeforeEach
  void begin() {
    bench = Bench.open(folder.resolve("project"), 0);
    browser = Chromium.open(bench.link());
    Bench.writeScan(folder.resolve("a_flair.nii.gz"));
    Bench.writeTurnedScan(folder.resolve("b_flair.nii.gz"));
    browser.choose(
        "input[type=file]", folder.resolve("a_flair.nii.gz"), folder.resolve("b_flair.nii.gz"));
    browser.await("tbody tr:nth-child(2)", "12 × 40 × 32");
    browser.press("2");
    browser.await("dialog h2", "Who reads?");
    browser.type("dialog input", "Anna" + Keys.ENTER);
    browser.await(PLACE, "Slice 1 of 12");
  }

  @AfterEach
  void end() {
    if (browser != null) {
      browser.close();
    }
    bench.close();
  }

  @Test
  void keysLabelAndUndo() {
    browser.press("n", "n", "n", "n", "y", "y", "u");
    browser.await(PLACE, "Slice 6 of 12");
    browser.await(SAVED, "Saved");
    assertThat(bench.labels("a")).isEqualTo("nnnny-------");

    browser.pressWithShift(Keys.ARROW_RIGHT, 2);
    browser.await(".decision", "Slices 6 to 8");
    browser.press("y");
    browser.await(PLACE, "Slice 9 of 12");
    browser.press(Keys.ARROW_RIGHT, "x", Keys.ARROW_LEFT, "n");
    browser.await(SAVED, "Saved");
    assertThat(bench.labels("a")).isEqualTo("nnnnyyyyn---");
    browser.picture("label");

    browser.reload();
    browser.await(PLACE, "Slice 10 of 12");
    browser.press("n", "n", "n");
    browser.await(PLACE, "b");
    browser.await(PLACE, "Slice 1 of 12");
    assertThat(bench.json("/api/labels?name=object").get(0).path("reader").asText())
        .isEqualTo("Anna");
  }

  @Test
  void theNextSliceAsksTheServerForNothing() {
    Object requests =
        browser.value(
            "(() => { const before = performance.getEntriesByType('resource').length;"
                + " for (let i = 0; i < 41; i++) {"
                + " window.dispatchEvent(new KeyboardEvent('keydown', {key: i % 2 ? 'ArrowLeft' : 'ArrowRight'})); }"
                + " return performance.getEntriesByType('resource').length - before; })()");
    assertThat(((Number) requests).intValue()).isZero();
    browser.await(PLACE, "Slice 2 of 12");
  }

  @Test
  void twoTabsSeeEachOther() {
    browser.newTab(URI.create(bench.link() + "#label"));
    browser.await(PLACE, "Slice 1 of 12");
    browser.press("n", "n");
    browser.tab(0);
    browser.await(".row.chosen", "2/12");
    browser.press(Keys.END, "y");
    browser.tab(1);
    browser.await(".list .row", "3/12");
    assertThat(bench.labels("a")).isEqualTo("nn---------y");
  }

  @Test
  void keysPressedWhileTheServerIsDownAreKept() {
    browser.press("n");
    browser.await(SAVED, "Saved");
    int port = bench.port();
    bench.close();
    browser.press("y", "y", "n");
    browser.await(SAVED, "3 changes not saved yet");
    bench = Bench.open(folder.resolve("project"), port);
    browser.newTab(bench.link());
    browser.await(".tabs", "Scans");
    browser.tab(0);
    browser.await(SAVED, "Saved");
    assertThat(bench.labels("a")).isEqualTo("nyyn--------");
  }
}
