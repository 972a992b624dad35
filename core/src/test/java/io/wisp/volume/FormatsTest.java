package io.wisp.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.BadFile;
import io.wisp.BadSetting;
import io.wisp.ThirdParty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class FormatsTest {
  @TempDir private Path folder;

  @Test
  void formatsOfOthersAreFoundOnTheClassPath() throws Exception {
    ThirdParty library =
        new ThirdParty(folder)
            .with(ScanFormat.class, ToyFormat.class)
            .with(MaskFormat.class, ToyFormat.class);
    assertThat(library.run(ToyWork.class)).isEqualTo("a.toy has 0101");
  }

  /** Finds a scan, reads it, and writes a mask for it. */
  public static final class ToyWork implements Callable<String> {
    @Override
    public String call() throws IOException {
      Path folder = Files.createTempDirectory("toy");
      Files.writeString(folder.resolve("a.toy"), "wisp");
      Volume scan = Volumes.read(Volumes.find(folder).get(0));
      Path mask = folder.resolve("mask.toy");
      Volumes.maskFormat("toy").writeMask(mask, scan.withVoxels(new float[] {0, 1, 0, 1}));
      return Files.readString(mask);
    }
  }

  @Test
  void withoutThemTheUsualFormatIsThere() {
    assertThat(Volumes.maskFormats()).contains(Volumes.USUAL_MASK_FORMAT).doesNotContain("toy");
    assertThatThrownBy(() -> Volumes.maskFormat("toy"))
        .isInstanceOf(BadSetting.class)
        .hasMessageStartingWith("There is no mask format \"toy\": choose of nifti");
  }

  @Test
  void theErrorForAnyOtherFileNamesTheFormats() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "none");
    assertThatThrownBy(() -> Volumes.read(file))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining("notes.txt is not a scan that Wisp reads: it must be DICOM (")
        .hasMessageContaining("or NIfTI (.nii");
    assertThatThrownBy(() -> Volumes.read(folder.resolve("gone.txt")))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining("gone.txt does not exist");
  }

  @Test
  void theNameOfAScanGoesWithoutItsEnding() {
    assertThat(Volumes.stem(Path.of("a/b_flair.nii.gz"))).isEqualTo("b_flair");
    assertThat(Volumes.stem(Path.of("b.v2.HDR"))).isEqualTo("b.v2");
    assertThat(Volumes.stem(Path.of("c.dcm"))).isEqualTo("c");
    assertThat(Volumes.stem(Path.of("d.txt"))).isEqualTo("d.txt");
  }
}
