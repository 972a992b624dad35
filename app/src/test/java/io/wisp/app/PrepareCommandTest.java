package io.wisp.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.dataset.Axis;
import io.wisp.slices.SliceStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrepareCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();

  @Test
  void makesAStoreAndSaysWhatIsInIt() throws IOException {
    scans("a", "b", "c");
    int code = run("source", "store", "--size", "16", "--split", "0.6", "--axis", "z");
    assertThat(code).isZero();
    assertThat(out.toString())
        .contains("3 cases, 9 slices of 2 classes, 33.3 % positive")
        .containsPattern("train +2 +6  4  2")
        .contains("contact-sheet.png");
    try (SliceStore store = SliceStore.open(folder.resolve("store"))) {
      assertThat(store.imageSize()).isEqualTo(16);
      assertThat(store.recipe().axis()).isEqualTo(Axis.Z);
    }
  }

  @Test
  void foldsAndObjectsAreAskedForByName() throws IOException {
    scans("a", "b", "c");
    assertThat(run("source", "store", "--folds", "3", "--fold", "2", "--object", "1")).isZero();
    assertThat(out.toString())
        .containsPattern("train +2 ")
        .contains("covers 5.00 % of the slice or more on 1 of 1 positive test slices");
    assertThat(run("source", "other", "--folds", "3")).isEqualTo(2);
    assertThat(run("source", "other", "--folds", "3", "--fold", "4")).isEqualTo(2);
    assertThat(run("source", "other", "--object", "kidneys")).isEqualTo(2);
  }

  @Test
  void figuresAreTheSameInEveryLanguage() throws IOException {
    scans("a", "b", "c");
    run("source", "store");
    String english = out.toString();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      run("source", "store", "--overwrite");
    } finally {
      Locale.setDefault(before);
    }
    assertThat(out.toString()).contains("33.3 % positive").isEqualTo(english + english);
  }

  @Test
  void refusesAStoreThatExistsWithExitCode2() throws IOException {
    scans("a");
    assertThat(run("source", "store")).isZero();
    assertThat(run("source", "store")).isEqualTo(2);
    assertThat(run("source", "store", "--overwrite")).isZero();
  }

  @Test
  void aBrokenScanDoesNotEndTheOthersUnlessAskedTo() throws IOException {
    scans("a", "b", "c");
    Files.writeString(folder.resolve("source/b/b_flair.nii.gz"), "broken");
    assertThat(run("source", "store", "--fail-fast")).isEqualTo(2);
    assertThat(folder.resolve("store")).doesNotExist();
    assertThat(run("source", "store")).isEqualTo(3);
    assertThat(out.toString())
        .contains("2 cases, ")
        .contains("Not used: 2 files or folders, listed in recipe.json:")
        .contains("2, its case failed: b/b_flair.nii.gz, b/b_seg.nii.gz")
        .contains("wisp: 1 of 3 failed:")
        .containsPattern("  b: .*b_flair.nii.gz is not a NIfTI scan");
  }

  private int run(String source, String store, String... options) {
    List<String> arguments = new ArrayList<>(List.of("prepare"));
    arguments.add(folder.resolve(source).toString());
    arguments.add(folder.resolve(store).toString());
    arguments.addAll(List.of(options));
    PrintWriter screen = new PrintWriter(out);
    return Main.run(screen, screen, arguments.toArray(String[]::new));
  }

  private void scans(String... ids) throws IOException {
    TinyScans.brats(folder.resolve("source"), ids);
  }
}
