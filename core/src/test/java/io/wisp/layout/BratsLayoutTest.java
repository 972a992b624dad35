package io.wisp.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.UserError;
import io.wisp.dataset.Axis;
import io.wisp.dataset.ObjectChoice;
import io.wisp.dataset.ScanReader;
import io.wisp.dataset.SourceCase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BratsLayoutTest {
  @TempDir private Path root;

  @Test
  void findsTheHistoricNamesWithinGradesToo() {
    touch("HGG/Brats18_1/Brats18_1_flair.nii.gz");
    touch("HGG/Brats18_1/Brats18_1_t1.nii.gz");
    touch("HGG/Brats18_1/Brats18_1_seg.nii.gz");
    touch("LGG/Brats18_0/Brats18_0_flair.nii");
    assertThat(find("flair")).extracting(SourceCase::id).containsExactly("Brats18_0", "Brats18_1");
    assertThat(find("flair")).extracting(SourceCase::hasMasks).containsExactly(false, true);
    assertThat(find("t1")).hasSize(1);
  }

  @Test
  void findsTheNamesOf2023() {
    touch("BraTS-GLI-00001-000/BraTS-GLI-00001-000-t2f.nii.gz");
    touch("BraTS-GLI-00001-000/BraTS-GLI-00001-000-t1n.nii.gz");
    touch("BraTS-GLI-00001-000/BraTS-GLI-00001-000-seg.nii.gz");
    SourceCase found = find("flair").get(0);
    assertThat(found.files().get(0).getFileName()).hasToString("BraTS-GLI-00001-000-t2f.nii.gz");
    assertThat(found.hasMasks()).isTrue();
  }

  @Test
  void saysWhatItLookedForWhenThereIsNothing() {
    assertThatThrownBy(() -> find("flair"))
        .isInstanceOf(UserError.class)
        .hasMessageContainingAll("no flair volumes found in", "_flair.nii.gz", "-t2f.nii.gz");
  }

  @Test
  void refusesTwoCasesOfOneName() {
    touch("HGG/a/a_flair.nii");
    touch("LGG/a/a_flair.nii");
    assertThatThrownBy(() -> find("flair"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("two folders called a");
  }

  @Test
  void aCaseWithTwoScansOfAKindIsRefusedWhenItIsRead() {
    touch("a/a_flair.nii");
    touch("a/a_flair.nii.gz");
    touch("b/B_FLAIR.NII");
    List<SourceCase> found = find("flair");
    assertThat(found).extracting(SourceCase::id).containsExactly("a", "b");
    assertThatThrownBy(() -> found.get(0).read(Axis.Z, ScanReader.STRICT))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("has both a_flair.nii and a_flair.nii.gz");
  }

  private List<SourceCase> find(String... modalities) {
    return new BratsLayout().cases(root, List.of(modalities), ObjectChoice.ALL).cases();
  }

  private void touch(String name) {
    Path file = root.resolve(name);
    try {
      Files.createDirectories(file.getParent());
      Files.createFile(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
