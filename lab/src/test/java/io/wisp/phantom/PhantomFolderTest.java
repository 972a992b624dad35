package io.wisp.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.Progress;
import io.wisp.UserError;
import io.wisp.phantom.PhantomFolder.Existing;
import io.wisp.volume.Volume;
import io.wisp.volume.Volumes;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhantomFolderTest {
  private static final Phantom PHANTOM = new Phantom(3, new PhantomGrid(32, 6));

  @TempDir private Path folder;

  @Test
  void casesAreWrittenInTheLayoutOfBrats() {
    new PhantomFolder(folder, Existing.REFUSE).write(PHANTOM, 2, Progress.SILENT);
    Volume flair = Volumes.read(folder.resolve("phantom_001/phantom_001_flair.nii.gz"));
    Volume mask = Volumes.read(folder.resolve("phantom_001/phantom_001_seg.nii.gz"));
    assertThat(flair.voxels()).isEqualTo(PHANTOM.patient(1).flair().voxels());
    assertThat(mask.voxels()).isEqualTo(PHANTOM.patient(1).lesions().voxels());
    assertThat(mask.geometry()).isEqualTo(flair.geometry());
  }

  @Test
  void aUsedFolderIsRefused() throws Exception {
    Files.writeString(folder.resolve("notes.txt"), "mine");
    PhantomFolder target = new PhantomFolder(folder, Existing.REFUSE);
    assertThatThrownBy(() -> target.write(PHANTOM, 1, Progress.SILENT))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is not empty");
  }

  @Test
  void aUsedFolderIsTakenWhenAllowed() {
    PhantomFolder target = new PhantomFolder(folder, Existing.REPLACE);
    target.write(PHANTOM, 1, Progress.SILENT);
    target.write(PHANTOM, 1, Progress.SILENT);
    assertThat(folder.resolve("phantom_000/phantom_000_seg.nii.gz")).exists();
  }
}
