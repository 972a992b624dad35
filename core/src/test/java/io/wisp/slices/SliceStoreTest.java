package io.wisp.slices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.Progress;
import io.wisp.UserError;
import io.wisp.testing.TinyScans;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SliceStoreTest {
  @TempDir private Path folder;

  @Test
  void arraysHaveTheHeadOfANumpyFile() throws IOException {
    Path file = write(3);
    byte[] bytes = Files.readAllBytes(file);
    String head = new String(bytes, 10, 118, StandardCharsets.US_ASCII);
    assertThat(bytes).startsWith(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0);
    assertThat(head)
        .startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (3, 1, 2, 2), }")
        .endsWith(" \n");
    assertThat(bytes).hasSize(128 + 3 * 16);
  }

  @Test
  void itemsAreFoundInAnySegment() throws IOException {
    MappedArray array = MappedArray.open(write(7), 40);
    float[] target = new float[6];
    for (int i = 0; i < 7; i++) {
      array.read(i, target, 1);
      assertThat(target).containsExactly(0, i, i + 0.5f, -i, 1, 0);
    }
  }

  @Test
  void readsFromSeveralThreadsAgree() throws IOException {
    MappedArray array = MappedArray.open(write(500), 64);
    assertThat(
            IntStream.range(0, 5000)
                .parallel()
                .mapToObj(
                    i -> {
                      float[] target = new float[4];
                      array.read(i % 500, target, 0);
                      return target[0] == i % 500;
                    }))
        .allMatch(right -> right);
  }

  @Test
  void aTruncatedArrayIsRefused() throws IOException {
    Path file = write(3);
    try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
      access.setLength(150);
    }
    assertThatThrownBy(() -> MappedArray.open(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("has 150 bytes");
  }

  @Test
  void anArrayOfAnotherKindIsRefused() {
    Path file = TinyScans.text(folder.resolve("x.npy"), "x".repeat(200));
    assertThatThrownBy(() -> MappedArray.open(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is not an array as Wisp writes it");
  }

  @Test
  void aFolderThatIsNoStoreIsRefused() {
    assertThatThrownBy(() -> SliceStore.open(folder))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("prepare one");
  }

  @Test
  void aTableThatDoesNotFitItsImagesIsRefused() throws IOException {
    TinyScans.brats(folder.resolve("source"), "a", "b");
    Path store = folder.resolve("store");
    Preparation.run(PrepareOptions.of(folder.resolve("source"), store), Progress.SILENT);
    Path table = store.resolve(SliceTable.FILE);
    List<String> lines = Files.readAllLines(table);
    Files.write(table, lines.subList(0, lines.size() - 1));
    assertThatThrownBy(() -> SliceStore.open(store))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("images.npy holds <f4 [10, 1, 64, 64]");
  }

  private Path write(int items) throws IOException {
    Path file = folder.resolve("images.npy");
    try (NpyWriter writer = new NpyWriter(file, "<f4", List.of(1, 2, 2))) {
      for (int i = 0; i < items; i++) {
        writer.append(new float[] {i, i + 0.5f, -i, 1});
      }
    }
    return file;
  }
}
