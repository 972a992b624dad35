package io.wisp.serve.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.volume.Volumes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** From an empty folder to corrected masks, in one sitting; a script stands for the training. */
@DisabledOnOs(OS.WINDOWS)
class LoopTest {
  @TempDir Path folder;

  @Test
  void scansAreLabelledLearnedFromLookedAtCorrectedAndExported() throws IOException {
    try (Bench bench = Bench.open(folder.resolve("project"), 0);
        Chromium browser = Chromium.open(bench.link())) {
      addScans(browser);
      label(browser);
      train(browser);
      look(browser);
      correct(browser, bench);
      export(browser, bench);
    }
  }

  private void addScans(Chromium browser) throws IOException {
    browser.await(".drop h1", "Drop scans here");
    browser.picture("empty");
    Path bad = Files.writeString(folder.resolve("notes.nii"), "no scan");
    Bench.writeScan(folder.resolve("a_flair.nii.gz"));
    Bench.writeTurnedScan(folder.resolve("b_flair.nii.gz"));
    browser.choose(
        "input[type=file]",
        folder.resolve("a_flair.nii.gz"),
        folder.resolve("b_flair.nii.gz"),
        bad);
    browser.await("tbody tr:nth-child(2)", "12 × 40 × 32");
    browser.await(".refused", "notes.nii");
    browser.picture("scans");
  }

  private static void label(Chromium browser) {
    browser.press("2");
    browser.type("dialog input", "Anna" + Keys.ENTER);
    for (int scan = 0; scan < 2; scan++) {
      browser.await(".corner.top.left", "Slice 1 of 12");
      browser.press("n", "n", "n", "n", "y", "y", "y", "y", "n", "n", "n", "n");
    }
    browser.await(".counts", "0\nleft");
    browser.await(".corner.bottom.right", "Saved");
  }

  private static void train(Chromium browser) {
    browser.press("3");
    browser.await("aside .quiet", "8 yes and 16 no in 2 scans");
    browser.await(".choice", "demo");
    browser.press("t");
    browser.await(".head .state", "done");
    browser.await(".commands", "wisp learn");
    browser.picture("train");
  }

  private static void look(Chromium browser) {
    browser.press("4");
    browser.await(".facts", "1.5 ml");
    browser.picture("look");
    browser.press("a");
    browser.await(".row.accepted", "accepted");
    browser.await(".row.chosen .name", "b");
    browser.await(".facts", "1.5 ml");
  }

  private void correct(Chromium browser, Bench bench) throws IOException {
    browser.press("c");
    browser.await(".correcting", "Brush");
    browser.press("s");
    browser.await(".correcting .list", "Version 1");
    assertThat(added(bench, 1)).isZero();
    browser.drag(".volume", 0.12, 0.6, 0.2, 0.62);
    browser.press("s");
    browser.await(".correcting .list", "Version 2");
    browser.picture("correct");
    assertThat(added(bench, 2)).isPositive();
    assertThat(bench.json("/api/scans/b/corrections").path(1).path("reader").asText())
        .isEqualTo("Anna");
    browser.press(Keys.ESCAPE);
  }

  /**
   * How many voxels of a version were not in the model's mask, which is not 0 where the scan is
   * not.
   */
  private int added(Bench bench, int version) throws IOException {
    Path file = folder.resolve(version + ".nii.gz");
    Files.write(file, bench.get("/api/scans/b/corrections/%s.nii.gz".formatted(version)));
    float[] mask = Volumes.read(file).voxels();
    float[] scan = Volumes.read(folder.resolve("b_flair.nii.gz")).voxels();
    int count = 0;
    for (int i = 0; i < mask.length; i++) {
      count += mask[i] > 0 && scan[i] == 0 ? 1 : 0;
      assertThat(mask[i] > 0 || scan[i] == 0).as("voxel %s", i).isTrue();
    }
    return count;
  }

  private static void export(Chromium browser, Bench bench) throws IOException {
    browser.press("5");
    browser.await(".card", "Masks of 2 scans");
    browser.picture("export");
    String link = (String) browser.value("document.querySelector('.card a').getAttribute('href')");
    List<String> names = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bench.get(link)))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    assertThat(names)
        .anyMatch(name -> name.endsWith("labels.csv"))
        .anyMatch(name -> name.contains("b") && name.endsWith(".nii.gz"));
  }
}
