package io.wisp.slices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wisp.Progress;
import io.wisp.UserError;
import io.wisp.dataset.SourceFolder.LeftOut;
import io.wisp.nifti.DataType;
import io.wisp.slices.PrepareOptions.OnFailure;
import io.wisp.testing.TinyScans;
import io.wisp.volume.Geometry;
import io.wisp.volume.Volume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of files that no store holds, and of cases that cannot be read. */
class LeftOutTest {
  private static final SliceRecipe SMALL = SliceRecipe.DEFAULT.withSize(8);

  @TempDir private Path folder;
  private Path source;
  private Path store;

  @BeforeEach
  void makeCases() {
    source = folder.resolve("source");
    store = folder.resolve("store");
    TinyScans.brats(source, "a", "b", "c");
  }

  @Test
  void everyFileIsUsedOrListedWithTheReason() throws IOException {
    TinyScans.scan(source.resolve("a/a_T1.nii"), TinyScans.geometry(), 1);
    Files.delete(source.resolve("b/b_flair.nii.gz"));
    TinyScans.brats(source.resolve("x/y"), "deep");
    TinyScans.text(source.resolve("notes.txt"), "none");
    TinyScans.text(source.resolve(".hidden"), "none");
    Files.createDirectories(source.resolve("empty"));
    Files.createSymbolicLink(source.resolve("dangling"), folder.resolve("nowhere"));

    PrepareSummary summary = prepare(OnFailure.STOP);

    assertThat(summary.leftOut())
        .containsExactly(
            new LeftOut(".hidden", "hidden"),
            new LeftOut("a/a_T1.nii", "another kind of scan than flair"),
            new LeftOut("b/b_seg.nii.gz", "its folder has no flair scan"),
            new LeftOut("dangling", "a link to nothing"),
            new LeftOut("empty", "a folder without files"),
            new LeftOut("notes.txt", "no scan in a format that is read"),
            new LeftOut("x/y/deep/deep_flair.nii.gz", "more than 2 folders deep"),
            new LeftOut("x/y/deep/deep_seg.nii.gz", "more than 2 folders deep"));
    assertAllAccountedFor();
  }

  @Test
  void theStoreItselfMayLieInTheSource() {
    store = source.resolve("store");
    assertThat(prepare(OnFailure.STOP).leftOut()).isEmpty();
  }

  @Test
  void namesAreComparedWithoutCase() throws IOException {
    Files.move(source.resolve("b/b_flair.nii.gz"), source.resolve("b/b_FLAIR.NII.GZ"));
    Files.move(source.resolve("b/b_seg.nii.gz"), source.resolve("b/B_Seg.Nii.Gz"));
    assertThat(prepare(OnFailure.STOP).leftOut()).isEmpty();
    assertAllAccountedFor();
  }

  @Test
  void aCaseThatCannotBeReadIsLeftOutWhereThatIsAskedFor() throws IOException {
    TinyScans.text(source.resolve("b/b_flair.nii.gz"), "broken");
    assertThatThrownBy(() -> prepare(OnFailure.STOP))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("b_flair.nii.gz");
    assertThat(store).doesNotExist();

    PrepareSummary summary = prepare(OnFailure.GO_ON);

    assertThat(summary.cases()).isEqualTo(2);
    assertThat(summary.failures()).extracting(PrepareSummary.Failure::caseId).containsExactly("b");
    assertThat(summary.leftOut())
        .extracting(LeftOut::path)
        .containsExactly("b/b_flair.nii.gz", "b/b_seg.nii.gz");
    assertThat(summary.leftOut().get(0).reason())
        .startsWith("its case failed: b/b_flair.nii.gz is not a NIfTI scan");
    assertAllAccountedFor();
  }

  @Test
  void aBlankScanIsListed() {
    float[] nothing = new float[TinyScans.NX * TinyScans.NY * TinyScans.NZ];
    Geometry geometry = TinyScans.geometry();
    TinyScans.write(
        source.resolve("b/b_flair.nii.gz"), new Volume(geometry, nothing), DataType.INT16);
    assertThat(prepare(OnFailure.STOP).leftOut())
        .extracting(LeftOut::reason)
        .containsOnly("no slice with enough content")
        .hasSize(2);
  }

  @Test
  void whereAllCasesFailNoStoreIsMade() throws IOException {
    for (String id : List.of("a", "b", "c")) {
      TinyScans.text(source.resolve(id + "/" + id + "_flair.nii.gz"), "broken");
    }
    assertThatThrownBy(() -> prepare(OnFailure.GO_ON))
        .isInstanceOf(UserError.class)
        .hasMessageContainingAll("none of the 3 cases", "the first: ", "a_flair.nii.gz");
    assertThat(store).doesNotExist();
  }

  @Test
  void aStoreWithoutTheListIsRead() throws IOException {
    prepare(OnFailure.STOP);
    Path recipe = store.resolve(StoreRecipe.FILE);
    ObjectNode json = (ObjectNode) new ObjectMapper().readTree(recipe.toFile());
    json.remove("leftOut");
    Files.writeString(recipe, json.toString());
    assertThat(StoreRecipe.read(recipe).leftOut()).isEmpty();
  }

  private void assertAllAccountedFor() throws IOException {
    StoreRecipe recipe = StoreRecipe.read(store.resolve(StoreRecipe.FILE));
    List<String> told =
        Stream.concat(
                recipe.cases().stream().flatMap(one -> one.files().stream()),
                recipe.leftOut().stream().map(LeftOut::path))
            .sorted()
            .toList();
    try (Stream<Path> all = Files.walk(source)) {
      assertThat(told)
          .containsExactlyElementsOf(
              all.filter(path -> !Files.isDirectory(path) || path.endsWith("empty"))
                  .map(path -> source.relativize(path).toString())
                  .sorted()
                  .toList());
    }
  }

  private PrepareSummary prepare(OnFailure onFailure) {
    PrepareOptions options = PrepareOptions.of(source, store).withRecipe(SMALL).withOverwrite(true);
    return Preparation.run(options.withOnFailure(onFailure), Progress.SILENT);
  }
}
