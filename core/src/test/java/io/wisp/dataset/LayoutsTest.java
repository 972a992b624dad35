package io.wisp.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.ThirdParty;
import io.wisp.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class LayoutsTest {
  @TempDir private Path folder;

  @Test
  void layoutsOfOthersAreFoundOnTheClassPath() throws Exception {
    ThirdParty library = new ThirdParty(folder).with(Layout.class, ToyLayout.class);
    assertThat(library.run(ToyWork.class)).isEqualTo("toy: toy-a-1, toy-a-2 of [toy-a]");
  }

  /** Finds the cases of a folder and their patients. */
  public static final class ToyWork implements Callable<String> {
    @Override
    public String call() throws IOException {
      Path source = Files.createTempDirectory("toy");
      Files.createFile(source.resolve("toy-a-1.nii"));
      Files.createFile(source.resolve("toy-a-2.nii"));
      SourceFolder found =
          SourceFolder.find(source, Optional.empty(), Optional.empty(), List.of("ct"));
      PatientSplit split = PatientSplit.draw(found.ids(), 1, 1);
      return "%s: %s of %s"
          .formatted(
              found.layout().name(), String.join(", ", found.ids()), split.patients(Split.TRAIN));
    }
  }

  @Test
  void aFolderThatNoneDetectsIsTakenForBrats() {
    assertThat(Layouts.of(folder).name()).isEqualTo("brats");
    assertThat(Layouts.of(folder.resolve("gone")).name()).isEqualTo("brats");
  }

  @Test
  void namesAreReadInAnyLetterCase() {
    assertThat(Layouts.named("CHAOS").name()).isEqualTo("chaos");
    assertThatThrownBy(() -> Layouts.named("toy"))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(
            "There is no layout \"toy\"; there are: images, chaos, tcga, brats");
  }

  @Test
  void everyUsualObjectIsOneThatThereIs() {
    for (Layout layout : Layouts.all()) {
      assertThat(ObjectChoice.parse(layout.object(), layout.objects()).spans()).isNotEmpty();
    }
  }
}
